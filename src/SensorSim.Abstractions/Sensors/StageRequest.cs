using System.Text.Json.Nodes;

namespace SensorSim.Sensors;

/// <summary>One entry of a camera's <c>sensor</c> list, as a person wrote it: not yet checked.</summary>
/// <param name="Use">The plugin's id.</param>
/// <param name="Parameters">Scalars and lists of numbers by snake_case name, without the keys <c>use</c>, <c>name</c> and <c>enabled</c>.</param>
public sealed record StageRequest(string Use, IReadOnlyDictionary<string, JsonNode?> Parameters)
{
    /// <summary>
    /// The instance's own name. It addresses the stage's random numbers: renaming changes them, moving the stage does not.
    /// When null, the id, and <c>id#2</c>, <c>id#3</c> for later uses of the same plugin.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>False is the same as leaving the stage out.</summary>
    public bool Enabled { get; init; } = true;
}
