using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>
/// Everything that decides a dataset's content, known before the first frame. Two runs with the same digest may be
/// resumed or merged into one dataset; others are refused.
/// </summary>
/// <param name="Scenario">What is rendered.</param>
/// <param name="Tool">By which program.</param>
/// <param name="DeviceClass">Vendor, device name and driver version.</param>
/// <param name="Categories">By id, from 1.</param>
/// <param name="Cameras">Names in frame order.</param>
/// <param name="DepthScaleM">Metres per unit of the depth images.</param>
/// <param name="Settings">The rest: seed, sample count, overrides, labels, image sizes. Canonical JSON must be able to hold it.</param>
public sealed record DatasetPlan(
    ScenarioIdentity Scenario,
    ToolIdentity Tool,
    string DeviceClass,
    IReadOnlyList<DatasetCategory> Categories,
    IReadOnlyList<string> Cameras,
    double DepthScaleM,
    JsonObject Settings)
{
    /// <summary>Objects with keypoints, by id; null where those were not asked for.</summary>
    public IReadOnlyList<DatasetSkeleton>? Skeletons { get; init; }

    /// <summary>Digest of the plan's canonical JSON, lower-case hex.</summary>
    public string Sha256()
    {
        var json = new CanonicalJsonWriter();
        DatasetDescriptionJson.WritePlan(json, this);
        return Convert.ToHexStringLower(SHA256.HashData(json.Written.Span));
    }

    /// <exception cref="ArgumentException">A camera's name cannot be part of a file name, or there is no such shard.</exception>
    internal void RequireWritable(DatasetShard? shard)
    {
        if (Cameras.FirstOrDefault(name => !DatasetLayout.IsCameraName(name)) is { } bad)
            throw new ArgumentException($"The camera name '{bad}' cannot be part of a file name: use letters, digits, '.', '-' and '_', at most 64.", nameof(shard));
        if (shard is { } s && (s.Index < 1 || s.Index > s.Of))
            throw new ArgumentException($"Shard {s.Index} of {s.Of} does not exist: shards count from 1.", nameof(shard));
    }
}
