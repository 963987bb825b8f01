using System.Text.Json.Nodes;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Plugins;

/// <summary>Shows what a plugin was called with.</summary>
internal static class PluginParameters
{
    /// <summary>The values that are not their default, as in <c> with sigma_px = 2</c>, or that there are none; empty of a plugin without parameters.</summary>
    public static string Changed(InstalledPlugin plugin, object parameters)
    {
        IReadOnlyDictionary<string, JsonNode?> values = plugin.Schema.ValuesOf(parameters);
        string[] changed =
        [
            .. plugin.Schema.Parameters.Where(parameter => !JsonNode.DeepEquals(values[parameter.Name], parameter.Default))
                .Select(parameter => $"{parameter.Name} = {values[parameter.Name]?.ToJsonString()}"),
        ];
        return changed.Length > 0 ? $" with {string.Join(", ", changed)}" : values.Count > 0 ? " with all parameters at their defaults" : "";
    }
}
