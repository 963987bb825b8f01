using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins;

/// <summary>Why a cousin cannot be made and is drawn again.</summary>
/// <param name="What">By which the record counts: "placement part_7".</param>
/// <param name="Error">Of the scenario, should no cousin be found.</param>
public sealed record Refusal(string What, ScenarioError Error)
{
    /// <summary>The error of a scenario whose samples hardly ever can be made.</summary>
    /// <param name="problem">Which sample, and what was refused how often.</param>
    public ScenarioError ErrorOf(string problem) => Error with { Problem = $"{Error.Problem}; {problem}" };
}
