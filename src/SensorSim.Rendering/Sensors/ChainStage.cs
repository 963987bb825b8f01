using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Plugins;
using SensorSim.Randomness;
using SensorSim.Sensors;

namespace SensorSim.Rendering.Sensors;

/// <summary>One stage of a chain, checked and ready.</summary>
/// <param name="Name">The instance's name, unique in the chain; it addresses its random numbers.</param>
/// <param name="Plugin">Where it comes from.</param>
/// <param name="Parameters">The bound record.</param>
public sealed record ChainStage(string Name, InstalledPlugin Plugin, object Parameters)
{
    /// <summary>Stands beside the stage of the same plugin behind it and says what becomes of the noise's variance there; lets the signal pass.</summary>
    public bool IsVariance { get; init; }

    public SensorStage Stage => (SensorStage)Plugin.Instance;

    /// <summary>Stream of the stage's random numbers.</summary>
    public uint Stream => RandomKey.StreamOf(Name);

    /// <summary>
    /// What provenance says of the stage: every parameter, and its name where that is not the plugin's id, because random numbers hang on it.
    /// </summary>
    public StageRecord ToRecord()
    {
        IReadOnlyDictionary<string, JsonNode?> values = Plugin.Schema.ValuesOf(Parameters);
        return new(
            Plugin.Manifest.Id,
            Plugin.Manifest.Version,
            Name == Plugin.Manifest.Id ? values : new Dictionary<string, JsonNode?>(values, StringComparer.Ordinal) { ["name"] = Name });
    }
}
