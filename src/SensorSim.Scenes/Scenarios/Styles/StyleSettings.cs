using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Scenarios.Styles;

/// <summary>What is done to the look of pictures, or of the scene's textures.</summary>
/// <param name="Use">The backend and its parameters.</param>
public sealed record StyleSettings(PluginUse Use)
{
    /// <summary>Keys of the section that are no parameters of its backend.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["target", "images", "stage", "gate"];

    /// <summary>A file, a folder or a pattern of real images; null of a style that goes by none.</summary>
    public string? Target { get; init; }

    /// <summary>Where it acts.</summary>
    public StyleStage Stage { get; init; }

    /// <summary>What the label gate does.</summary>
    public StyleGate Gate { get; init; } = StyleGate.Default;

    /// <summary>Parameter → the file that it was written in, where that is another than the scenario's own: paths begin there.</summary>
    public IReadOnlyDictionary<string, string> WrittenIn { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public SourcePosition Position { get; init; }
}
