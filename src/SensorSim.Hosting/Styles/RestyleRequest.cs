using SensorSim.Scenes.Scenarios.Styles;

namespace SensorSim.Hosting.Styles;

/// <summary>A style over a finished dataset.</summary>
/// <param name="Dataset">Its folder.</param>
/// <param name="Style">What to do to its pictures.</param>
/// <param name="BaseFolder">Where relative paths of the style begin.</param>
/// <param name="Output">Folder of the new dataset.</param>
public sealed record RestyleRequest(string Dataset, StyleSettings Style, string BaseFolder, string Output)
{
    /// <summary>Of random choices; null takes the dataset's own.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The dataset is what a run rendered on the way to the new one, and not a dataset of its own.</summary>
    public bool IsPartOfRun { get; init; }

    /// <summary>Outputs that are there for the style alone, and that the new dataset goes without.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Carries on in a folder that holds an unfinished run.</summary>
    public bool Resume { get; init; }
}
