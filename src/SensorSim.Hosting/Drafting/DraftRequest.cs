using SensorSim.Hosting.Runs.Sources;

namespace SensorSim.Hosting.Drafting;

/// <summary>What a person wants drafted.</summary>
/// <param name="Text">In the person's words.</param>
/// <param name="ScenarioPath">The file that it is for: relative paths begin in its folder.</param>
public sealed record DraftRequest(string Text, string ScenarioPath)
{
    /// <summary>A scenario to change, as text; null drafts a new one.</summary>
    public string? Base { get; init; }

    /// <summary>What <c>scene</c> must be, as the file has to name it; null leaves it to the model.</summary>
    public string? Scene { get; init; }

    /// <summary>That scene, or the base's; null where none is known yet.</summary>
    public LoadedScene? Known { get; init; }

    /// <summary>For one check of a draft.</summary>
    public TimeSpan CheckTimeout { get; init; } = TimeSpan.FromMinutes(1);
}
