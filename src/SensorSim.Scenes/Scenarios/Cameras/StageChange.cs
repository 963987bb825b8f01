using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Scenarios.Cameras;

/// <summary>A drawn parameter of a camera's lens or of a stage of its sensor chain.</summary>
/// <param name="Stage">The stage's name, or the id of its plugin.</param>
/// <param name="Parameter">Of the plugin.</param>
/// <param name="Value">Takes the place of what the scenario or a profile says.</param>
public sealed record StageChange(string Stage, string Parameter, JsonValue Value);
