using System.Text.Json.Nodes;
using SensorSim.Rendering.Sensors;

namespace SensorSim.Hosting.Characterization;

/// <summary>What a chain's parameters say of the figures that are measured.</summary>
public static class ConfiguredFigures
{
    /// <summary>Each from the first stage that has a parameter of that name; null where none has.</summary>
    public static CameraFigures Of(SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        double? Value(string name) => chain.Stages
            .Select(stage => stage.Plugin.Schema.ValuesOf(stage.Parameters).TryGetValue(name, out JsonNode? value) ? value?.GetValue<double>() : null)
            .FirstOrDefault(value => value is not null);
        double?[] values = [.. CameraFigure.All.Select(figure => Value(figure.Parameter))];
        return new(values[0], values[1], values[2], values[3], values[4], values[5]);
    }
}
