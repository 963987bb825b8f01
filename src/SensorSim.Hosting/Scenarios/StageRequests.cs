using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Scenarios;

/// <summary>From a scenario's sensor list to what a sensor chain is built from.</summary>
public static class StageRequests
{
    private const string NameKey = "name";

    public static IReadOnlyList<StageRequest> Of(IEnumerable<PluginUse> sensor) => [.. sensor.Select(Of)];

    /// <summary><c>name</c> addresses the stage's random numbers and is no parameter of the plugin.</summary>
    public static StageRequest Of(PluginUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        var parameters = new Dictionary<string, JsonNode?>(use.Parameters, StringComparer.Ordinal);
        parameters.Remove(NameKey, out JsonNode? name);
        return new(use.Use, parameters) { Name = name?.ToString(), Enabled = use.Enabled };
    }
}
