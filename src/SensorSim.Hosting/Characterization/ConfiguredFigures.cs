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
        return new(
            Value("gain_dn_per_electron"),
            Value("read_noise_electrons"),
            Value("full_well_electrons"),
            Value("prnu_percent"),
            Value("dsnu_electrons"),
            Value("black_level_dn"));
    }
}
