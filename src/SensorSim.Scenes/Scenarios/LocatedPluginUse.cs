using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Scenarios;

/// <summary>A plugin named in a scenario and where each of its parameters was written.</summary>
/// <param name="Use">The plugin and its parameters.</param>
/// <param name="Key">Path of the mapping: "cameras[0].sensor[1]".</param>
/// <param name="Position">Of the plugin's id, or of the mapping where the id is implied.</param>
/// <param name="Parameters">Position of each parameter's value.</param>
public sealed record LocatedPluginUse(
    PluginUse Use, string Key, SourcePosition Position, IReadOnlyDictionary<string, SourcePosition> Parameters)
{
    /// <summary>An error about the plugin, or about one of its parameters.</summary>
    public ScenarioError Error(string? parameter, string problem, string? expected = null, string? nearest = null)
    {
        SourcePosition position = parameter is not null && Parameters.TryGetValue(parameter, out SourcePosition p) ? p : Position;
        return new(position, parameter is null ? Key : $"{Key}.{parameter}", problem, expected, nearest);
    }
}
