using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins;

/// <summary>Why a cousin is drawn again.</summary>
/// <param name="What">By which the record counts: "placement part_7".</param>
/// <param name="Error">Of the scenario, should no cousin be found.</param>
public sealed record Refusal(string What, ScenarioError Error);
