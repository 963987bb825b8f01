using System.Text.Json.Nodes;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Profiles;

/// <summary>
/// A camera as data: the stages that make it, and values with their sources. A value's name is that of the parameters that it is for,
/// in whichever plugin, or PLUGIN.PARAMETER for one plugin alone.
/// </summary>
/// <param name="Id">Its name in scenarios.</param>
/// <param name="Sensor">Maker, type, camera.</param>
/// <param name="Chain">Plugins from light to raw numbers.</param>
/// <param name="Values">By name.</param>
public sealed record SensorProfile(string Id, string Sensor, IReadOnlyList<string> Chain, IReadOnlyDictionary<string, ProfileValue> Values)
{
    /// <summary>The pixels that the sensor has; null where the profile does not say.</summary>
    public SensorArray? Array { get; init; }

    /// <summary>What it says of a plugin's parameters; those that it says nothing of keep their defaults.</summary>
    public Dictionary<string, JsonNode?> ParametersOf(InstalledPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        IEnumerable<string> names = plugin.Schema.Parameters.Select(parameter => parameter.Name);
        return names.Select(name => (Name: name, Value: Values.GetValueOrDefault($"{plugin.Manifest.Id}.{name}") ?? Values.GetValueOrDefault(name)))
            .Where(parameter => parameter.Value is not null)
            .ToDictionary(parameter => parameter.Name, JsonNode? (parameter) => parameter.Value!.Value.DeepClone(), StringComparer.Ordinal);
    }

    /// <summary>A number, by name; null where the profile has none.</summary>
    public double? Number(string name) => Values.TryGetValue(name, out ProfileValue? value) && value.Value.GetValueKind() == System.Text.Json.JsonValueKind.Number
        ? value.Value.GetValue<double>()
        : null;
}
