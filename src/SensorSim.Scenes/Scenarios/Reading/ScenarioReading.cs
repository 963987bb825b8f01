namespace SensorSim.Scenes.Scenarios.Reading;

/// <summary>What reading a scenario gave.</summary>
/// <param name="Scenario">The scenario; null when there are errors.</param>
/// <param name="Errors">Everything that is wrong, in the order of the file.</param>
/// <param name="PluginUses">Every plugin that is named, also beside errors, for the host to check against its catalogue.</param>
public sealed record ScenarioReading(
    Scenario? Scenario, IReadOnlyList<ScenarioError> Errors, IReadOnlyList<LocatedPluginUse> PluginUses)
{
    /// <summary>What could be read, also beside errors, with whatever stands for what is wrong: good for finding more errors and nothing else.</summary>
    public Scenario? Draft { get; init; }

    /// <summary>The scenario's files, also those that cannot be read: its own, then those that it extends.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <exception cref="ScenarioException">There are errors.</exception>
    public Scenario OrThrow() => Scenario ?? throw new ScenarioException(Errors);
}
