using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Benchmarks;

/// <summary>What to measure.</summary>
public sealed record BenchRequest
{
    /// <summary>A glTF file, or "builtin:NAME".</summary>
    public required string ScenePath { get; init; }

    public int Width { get; init; } = 640;

    public int Height { get; init; } = 480;

    /// <summary>Colour samples per pixel, 1 or 4.</summary>
    public int Msaa { get; init; } = 1;

    /// <summary>Frames that are timed, after a warm-up.</summary>
    public int Frames { get; init; } = 60;

    /// <summary>Views rendered in one submission.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Level cameras around the scene; frames cycle through them.</summary>
    public int Views { get; init; } = 20;

    /// <summary>Threads that encode and write.</summary>
    public int Encoders { get; init; } = Environment.ProcessorCount;

    /// <summary>An empty or missing folder where datasets are written and stay; null is a temporary one, deleted after the case.</summary>
    public string? Folder { get; init; }

    /// <summary>The sensor of the cases that have one.</summary>
    public IReadOnlyList<PluginUse> Sensors { get; init; } = [new("camera.noise", new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(StringComparer.Ordinal))];
}
