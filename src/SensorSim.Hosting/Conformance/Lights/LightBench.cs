using SensorSim.Lights;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>A waveform, and the windows of time that it is asked about.</summary>
internal sealed class LightBench(InstalledPlugin plugin)
{
    public LightWaveform Waveform { get; } = (LightWaveform)plugin.Instance;

    public ParameterSchema Schema { get; } = plugin.Schema;

    /// <summary>Lamps that are usual.</summary>
    public IEnumerable<(Settings Settings, LampWaveform Lamp)> Usual => Bound(Settings.Usual(Schema));

    /// <summary>Lamps at the ends of the parameters' ranges.</summary>
    public IEnumerable<(Settings Settings, LampWaveform Lamp)> Ends => Bound(Settings.Ends(Schema));

    /// <summary>Exposure windows, seconds: short and long, early and late.</summary>
    public static IReadOnlyList<(double Start, double End)> Windows { get; } =
        [(0, 1e-4), (0.0123, 0.0128), (0.2, 0.2083), (1.5, 1.52), (59.9, 60), (3600.25, 3600.2503)];

    /// <summary>Instants without a pattern, seconds: within two seconds from the beginning, and an hour later.</summary>
    public static IReadOnlyList<double> Instants { get; } = [.. Enumerable.Range(0, 400).Select(i => (i * 0.6180339887498949 % 1 * 2) + (i % 2 * 3600))];

    /// <summary>All that a lamp does.</summary>
    public static IReadOnlyList<double> Fingerprint(LampWaveform lamp) =>
    [
        lamp.Mean,
        .. Instants.Select(lamp.Value),
        .. Windows.Select(window => lamp.Integral(window.Start, window.End)),
        .. (lamp.Harmonics ?? []).SelectMany(part => (double[])[part.FrequencyHz, part.Cosine, part.Sine]),
    ];

    /// <summary>A lamp; null where the plugin's own rules forbid the values.</summary>
    public LampWaveform? Lamp(Settings settings) => settings.Bind(Schema) is { } parameters ? new(Waveform, parameters) : null;

    private IEnumerable<(Settings Settings, LampWaveform Lamp)> Bound(IEnumerable<Settings> settings) =>
        settings.Select(values => (values, Lamp(values))).Where(pair => pair.Item2 is not null).Select(pair => (pair.values, pair.Item2!));
}
