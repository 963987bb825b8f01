using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>The kit's own stages: one that brings light into a stage's domain, a mosaic, and one that reads a signal to its last bit.</summary>
internal static class Probes
{
    public const string Mosaic = "conformance.mosaic";
    public const string Source = "conformance.source";
    public const string Bits = "conformance.bits";

    /// <summary>The stage under test and the probes around it.</summary>
    /// <param name="plugin">Under test.</param>
    /// <param name="end">Domain that <see cref="Bits"/> reads.</param>
    public static IReadOnlyDictionary<string, InstalledPlugin> Around(InstalledPlugin plugin, SignalDomain end) => new Dictionary<string, InstalledPlugin>(StringComparer.Ordinal)
    {
        [plugin.Manifest.Id] = plugin,
        [Mosaic] = Install(Mosaic, new MosaicProbe()),
        [Source] = Install(Source, new SourceProbe(((SensorStage)plugin.Instance).Input)),
        [Bits] = Install(Bits, new BitsProbe(end == SignalDomain.RadianceLayers ? SignalDomain.Radiance : end)),
    };

    private static InstalledPlugin Install(string id, SensorStage stage) => new(
        new(id, "1.0.0", PluginKind.Sensor, null, ">=2.0 <3.0", ""), Path.Combine(ProgramFolders.Shaders, "conformance"), id, stage, ParameterSchema.Of(stage.ParametersType));
}
