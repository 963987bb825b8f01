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
    public SensorStage Stage => (SensorStage)Plugin.Instance;

    /// <summary>Stream of the stage's random numbers.</summary>
    public uint Stream => RandomKey.StreamOf(Name);

    /// <summary>What provenance says of the stage.</summary>
    public StageRecord ToRecord() => new(Plugin.Manifest.Id, Plugin.Manifest.Version, Plugin.Schema.ValuesOf(Parameters));
}
