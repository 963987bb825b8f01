using System.Text.Json.Nodes;
using SensorSim.Lights;
using SensorSim.Plugins;
using SensorSim.Rendering.Flicker;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Characterization;

/// <summary>The bands that one flickering lamp leaves on a chain's rows, beside the formula's.</summary>
/// <param name="Lamp">In words.</param>
/// <param name="ExposureSeconds">Of each row.</param>
/// <param name="ConfiguredHertz">Of the lamp's light.</param>
/// <param name="FittedHertz">From the period of the bands; null where there are none to see.</param>
/// <param name="ConfiguredDepth">Of the first harmonic, relative to the mean, after the exposure: amplitude · |sinc(f T)|.</param>
/// <param name="FittedDepth">From the rows.</param>
/// <param name="Rows">Means of the rows that were fitted, above black, 1 = their mean.</param>
public sealed record FlickerBands(
    string Lamp, double ExposureSeconds, double ConfiguredHertz, double? FittedHertz, double ConfiguredDepth, double FittedDepth, IReadOnlyList<double> Rows)
{
    /// <summary>Rows of a sensor of the procedure's size in a band.</summary>
    private const int RowsPerBand = 120;

    /// <summary>Bands below this depth have no period that means anything.</summary>
    private const double LeastDepth = 0.01;

    /// <summary>Mean light, as a share of what saturates: the bright bands stay below.</summary>
    private const double Level = 0.35;

    /// <summary>The lamps of the series: mains lamps at several exposure times, one of which leaves nothing, and a pulsed one.</summary>
    public static IReadOnlyList<FlickerBands> Series(SensorUnderTest sensor, IReadOnlyDictionary<string, InstalledPlugin> plugins) =>
    [
        Mains(sensor, plugins, 50, 1 / 250.0), Mains(sensor, plugins, 50, 1 / 1000.0), Mains(sensor, plugins, 50, 1 / 100.0), Mains(sensor, plugins, 60, 1 / 100.0),
        Pulsed(sensor, plugins, 200, 0.5, 1 / 1000.0),
    ];

    private static FlickerBands Mains(SensorUnderTest sensor, IReadOnlyDictionary<string, InstalledPlugin> plugins, double hertz, double seconds)
    {
        const double modulation = 0.8;
        LampWaveform lamp = LampOf(plugins, "light.mains", ("mains_hz", hertz), ("modulation", modulation));
        return Measure(sensor, FormattableString.Invariant($"mains of {hertz} Hz, modulation {modulation}"), lamp, 2 * hertz, modulation, seconds);
    }

    private static FlickerBands Pulsed(SensorUnderTest sensor, IReadOnlyDictionary<string, InstalledPlugin> plugins, double hertz, double duty, double seconds)
    {
        LampWaveform lamp = LampOf(plugins, "light.pwm", ("frequency_hz", hertz), ("duty", duty));
        return Measure(sensor, FormattableString.Invariant($"pulses of {hertz} Hz, duty {duty}"), lamp, hertz, 2 * Sinc(duty), seconds);
    }

    private static LampWaveform LampOf(IReadOnlyDictionary<string, InstalledPlugin> plugins, string id, params (string Key, double Value)[] parameters)
    {
        InstalledPlugin plugin = plugins.TryGetValue(id, out InstalledPlugin? found) ? found : throw new PluginException($"The flicker series needs {id}, which is not installed.");
        return new((LightWaveform)plugin.Instance, plugin.Schema.Bind(parameters.ToDictionary(p => p.Key, JsonNode? (p) => p.Value, StringComparer.Ordinal)).Parameters!);
    }

    private static FlickerBands Measure(SensorUnderTest sensor, string words, LampWaveform lamp, double hertz, double amplitude, double seconds)
    {
        var exposure = new Exposure(0.1, seconds, 1 / (hertz * RowsPerBand), Exposure.Physical(0, seconds, 0, 2, 100).LuxSecondsPerNit, 100);
        double nit = Level * sensor.Chain.SaturationLuxSeconds(100) / exposure.LuxSecondsPerNit / lamp.Mean;
        double[] dark = RowMeans(sensor.Capture(default, exposure)), lit = RowMeans(sensor.Capture(FlickerLayers.Of([lamp]), new(nit, nit, nit), exposure));
        double[] rows = [.. lit.Zip(dark, (light, black) => light - black)];
        (double period, double depth, double _) = RowBands.Fit(rows, RowsPerBand / 2.0);
        double mean = rows.Average();
        return new(
            words, seconds, hertz, depth < LeastDepth ? null : 1 / (2 * period * exposure.RowTimeSeconds), amplitude * Math.Abs(Sinc(hertz * seconds)), depth,
            [.. rows.Select(row => row / mean)]);
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    // Every second row: in a mosaic those have the same filters.
    private static double[] RowMeans(RawFrame frame)
    {
        int stride = frame.Width * frame.Channels;
        return [.. Enumerable.Range(0, frame.Height / 2).Select(pair => Enumerable.Range(0, stride).Average(i => (double)frame.Samples[(2 * pair * stride) + i]))];
    }
}
