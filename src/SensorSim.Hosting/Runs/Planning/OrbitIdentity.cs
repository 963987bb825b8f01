using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>
/// The part of a dataset's identity that stands for the scenario where there is none: every property of the request, whatever they are, so
/// that a new one belongs to it without being named here. A scenario is identified by the digest of its text.
/// </summary>
internal static class OrbitIdentity
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <param name="plan">A run of <see cref="RunRequest.ScenePath"/>.</param>
    public static JsonNode? Of(RunPlan plan) => JsonSerializer.SerializeToNode(
        plan.Request with
        {
            ScenePath = plan.Scene.Name,
            Shard = Shard.Whole,
            Seed = plan.Seed,
            Samples = plan.Samples,
            Labels = plan.Labels,
            Width = plan.Cameras[0].Settings.Width,
            Height = plan.Cameras[0].Settings.Height,
            Sensors = [.. plan.Request.Sensors.Select(use => use with { Source = null })],
        },
        s_options);
}
