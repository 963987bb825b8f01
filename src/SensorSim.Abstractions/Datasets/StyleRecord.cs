using System.Text.Json.Nodes;

namespace SensorSim.Datasets;

/// <summary>A style that a frame's picture went through, as it ran.</summary>
/// <param name="Use">Id of the backend.</param>
/// <param name="Version">Of the backend.</param>
/// <param name="Nature">"statistical", or "learned": then the file says so, too.</param>
/// <param name="IsDeterministic">Whether the same would come out again.</param>
/// <param name="Stage">Where it ran: <see cref="AfterSensor"/>, <see cref="BeforeSensor"/> or <see cref="Textures"/>.</param>
/// <param name="Seed">Of its random choices.</param>
/// <param name="Parameters">Every parameter, defaults included; files as they were named.</param>
public sealed record StyleRecord(
    string Use, string Version, string Nature, bool IsDeterministic, string Stage, ulong Seed, IReadOnlyDictionary<string, JsonNode?> Parameters)
{
    /// <summary>On the finished picture.</summary>
    public const string AfterSensor = "after_sensor";

    /// <summary>On the light in front of the camera, which then went through its sensor.</summary>
    public const string BeforeSensor = "before_sensor";

    /// <summary>On the scene's textures, in front of the renderer: labels are exact by construction.</summary>
    public const string Textures = "textures";

    public const string Statistical = "statistical";

    public const string Learned = "learned";

    /// <summary>Parameters that name files → SHA-256 of the file.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The real images that it went by, as they were asked for; null where there were none.</summary>
    public StyleTargetsRecord? Target { get; init; }

    /// <summary>What did the work: library, digest of the model, endpoint.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Identity { get; init; } = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);

    /// <summary>What it says of this frame: which target, digests of request and response.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Evidence { get; init; } = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);

    /// <summary>Pixel digest of the picture before; of the light, where the style was in front of the sensor.</summary>
    public string? Before { get; init; }

    /// <summary>What the label gate says of the picture behind it; null where it did not look.</summary>
    public GateRecord? Gate { get; init; }
}
