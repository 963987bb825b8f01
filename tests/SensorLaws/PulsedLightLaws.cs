using System.Text.Json.Nodes;
using SensorSim.Hosting.Characterization;
using SensorSim.Lights;
using SensorSim.Plugins;
using SensorSim.Randomness;
using SensorSim.Rendering.Flicker;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.Tests.Sensors;

/// <summary>PWM-1 to PWM-3 and P2020-1: what a camera that runs freely sees of lamps that flicker, in a thousand frames at random instants.</summary>
public abstract class PulsedLightLaws : SensorLaws
{
    private const int Frames = 1000;
    private const double FullDn = 40000;

    [TestCase(90, 0.1, 0.001)]
    [TestCase(200, 0.25, 0.002)]
    [TestCase(120, 0.5, 0.0005)]
    public void Pwm1And2_ThePulseIsSeenAsOftenAndAsLongAsTheFormulaSays(double hertz, double duty, double seconds)
    {
        double[] shares = Series("light.pwm", seconds, duty, ("frequency_hz", hertz), ("duty", duty));
        double seen = Math.Min(1, duty + (hertz * seconds));
        Assert.Multiple(() =>
        {
            Holds(
                FormattableString.Invariant($"PWM-1 share of frames that see {hertz} Hz, duty {duty}, in {seconds} s"),
                shares.Count(share => share > 0) / (double)Frames, seen, 4 * Math.Sqrt(seen * (1 - seen) / Frames));
            Holds(
                FormattableString.Invariant($"PWM-1 mean time on, {hertz} Hz, in units of D T"),
                shares.Average() / duty, 1, 4 * Spread(shares) / duty / Math.Sqrt(Frames));
            Exceeds(FormattableString.Invariant($"PWM-2 probability of the captured times, {hertz} Hz"), Probability(shares, duty, hertz * seconds), 1e-3);
        });
    }

    [TestCase(90, 0.1, 0.01)]
    [TestCase(200, 0.25, 0.00376)]
    public void Pwm3_AnExposureAsLongAsTheGapIsNeverDark(double hertz, double duty, double seconds)
    {
        Assert.That(seconds, Is.GreaterThanOrEqualTo((1 - duty) / hertz));
        Holds("PWM-3 dark frames", Series("light.pwm", seconds, duty, ("frequency_hz", hertz), ("duty", duty)).Count(share => share == 0), 0, 0);
    }

    [TestCase(0.8, 0.004)]
    [TestCase(0.4, 0.004)]
    [TestCase(0.06, 0.001)]
    public void P20201_IndicesOfASinusoidAreTheFormulas(double modulation, double seconds)
    {
        double[] series = Series("light.mains", seconds, 1, ("mains_hz", 50), ("modulation", modulation));
        double x = Math.PI * 100 * seconds, m = modulation * Math.Sin(x) / x, near = m <= 0.1 ? 1 : 2 / Math.PI * Math.Asin(0.1 / m);
        FlickerIndices found = FlickerIndices.Of(series);
        Assert.Multiple(() =>
        {
            Holds(FormattableString.Invariant($"P2020-1 FMI, modulation {m:F4}"), found.Modulation, m, 0.02 * m);
            Holds(FormattableString.Invariant($"P2020-1 MMP, modulation {m:F4}"), found.NearMean, near, 4 * Math.Sqrt(near * (1 - near) / Frames));
        });
    }

    private static double Spread(double[] values) => Math.Sqrt(Moments.Of(values).Variance);

    // Of a distance as large as this one or larger, by Kolmogorov's distribution: with the two atoms it is on the safe side.
    private static double Probability(double[] shares, double duty, double cycles)
    {
        double dark = 1 - duty - cycles, full = Math.Abs(duty - cycles), longest = Math.Min(1, duty / cycles), distance = 0;
        double Law(double share) => dark + ((1 - dark - full) * share / longest);
        double[] sorted = [.. shares.Order()];
        for (int i = 0; i < Frames; i++)
        {
            if (sorted[i] > 0 && sorted[i] < longest - 1e-4)
            {
                distance = new[] { distance, Math.Abs(((i + 1.0) / Frames) - Law(sorted[i])), Math.Abs(((double)i / Frames) - Law(sorted[i])) }.Max();
            }
        }

        double lambda = Math.Sqrt(Frames) * distance;
        return lambda < 0.2 ? 1 : 2 * Enumerable.Range(1, 20).Sum(k => (k % 2 == 1 ? 1 : -1) * Math.Exp(-2 * k * k * lambda * lambda));
    }

    // Of each frame, the light of the lamp over that of one that is always on (of a mean of 1).
    private double[] Series(string lamp, double seconds, double mean, params (string Key, JsonNode? Value)[] parameters)
    {
        InstalledPlugin plugin = SensorBench.Catalog.Require(lamp);
        object bound = plugin.Schema.Bind(SensorBench.Stage(lamp, parameters).Parameters).Parameters!;
        var flicker = FlickerLayers.Of([new LampWaveform((LightWaveform)plugin.Instance, bound)]);
        SensorChain chain = SensorBench.Raw(SensorBench.ElectronCounter(("shot_noise", false)));
        double nit = FullDn / 2 / SensorBench.ElectronsPerNit(seconds, 2);
        double[] light = new double[Frames];
        for (int i = 0; i < Frames; i++)
        {
            double start = 7 * RandomStream.Uniform(Philox4x32.Draw(new((uint)i, 0, 0, 0), 2020, 1).X);
            SensorFrame frame = SensorBench.Frame(2, 2, Exposure.Physical(start, seconds, 0, 2, 100), step: (uint)i, flicker: flicker);
            light[i] = Run(chain, frame, [.. flicker.WeightsOf(0).Select(weight => SensorBench.Field(2, 2, (_, _) => weight * nit))])[1, 1].G / (FullDn / 2);
        }

        return light;
    }
}
