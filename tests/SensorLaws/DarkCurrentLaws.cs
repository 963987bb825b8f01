using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.Tests.Sensors;

/// <summary>DARK-1: dark current grows with time and warmth, with the noise of its electrons, and differs between pixels as asked for.</summary>
public abstract class DarkCurrentLaws : SensorLaws
{
    private const double Gain = 2;

    private static readonly SensorParts Dark = SensorParts.Counter
        .With("sensor.cfa").With("sensor.gain", ("gain_dn_per_electron", Gain)).With("sensor.dark-current", ("dark_current_electrons_per_second", 40), ("doubling_kelvin", 7));

    [Test]
    public void Dark1_MeanAndVarianceGrowWithTimeAlike()
    {
        (double brief, double briefVariance) = Measure(Dark.Raw(), 1, 0);
        (double lasting, double lastingVariance) = Measure(Dark.Raw(), 5, 2);
        double slope = (lasting - brief) / 4, varianceSlope = (lastingVariance - briefVariance) / 4;
        Assert.Multiple(() =>
        {
            Holds("DARK-1 mean slope, e-/s", slope / Gain, 40, 0.02 * 40);
            Holds("DARK-1 variance slope over gain times mean slope", varianceSlope / (Gain * slope), 1, 0.03);
        });
    }

    [Test]
    public void Dark1_DoublingKelvinDoubleIt()
    {
        double Mean(double celsius) => Measure(Dark.With("sensor.dark-current", ("temperature_c", celsius)).Raw(), 1, 0).Mean - 256;
        Holds("DARK-1 seven kelvin more", Mean(32) / Mean(25), 2, 0.02 * 2);
        Holds("DARK-1 fourteen kelvin less", Mean(11) / Mean(25), 0.25, 0.02 * 0.25);
    }

    [TestCase("normal", 0)]
    [TestCase("lognormal", 1.625)]
    public void PixelsDifferInDarkCurrent(string spread, double skewness)
    {
        // s/m = 1/2 of a lognormal number: skewness (2 + e^σ²) √(e^σ² − 1) with e^σ² = 1 + (s/m)²; a normal one is cut where 2 in 100 are lost.
        SensorChain chain = Still("sensor.dark-current", ("dark_current_electrons_per_second", 2000), ("dsnu_electrons_per_second", spread == "normal" ? 400 : 1000), ("spread", spread));
        Moments moments = Moments.Of(Flat(chain, Frame(1, 0), 0));
        Assert.Multiple(() =>
        {
            Holds($"mean dark current, {spread}, e-/s", (moments.Mean - 256) / Gain, 2000, 0.01 * 2000);
            Holds($"DSNU of dark current, {spread}, e-/s", Math.Sqrt(moments.Variance) / Gain, spread == "normal" ? 400 : 1000, 0.03 * 1000);
            Holds($"skewness, {spread}", moments.Skewness, skewness, 0.1);
        });
    }

    [Test]
    public void HotPixelsHaveALongTail()
    {
        const double share = 0.02;
        SensorChain chain = Still(
            "sensor.dark-current", ("dark_current_electrons_per_second", 0), ("hot_share", share), ("hot_electrons_per_second", 1000), ("hot_log_spread", 0.5));
        double[] hot = [.. Flat(chain, Frame(1, 0), 0).Select(dn => (dn - 256) / Gain).Where(electrons => electrons > 10)];
        double[] logarithms = [.. hot.Select(electrons => Math.Log(electrons / 1000))];
        Moments moments = Moments.Of(logarithms);
        Assert.Multiple(() =>
        {
            Holds("share of hot pixels", hot.Length / (double)(Side * Side), share, 4 * Math.Sqrt(share / (Side * Side)));
            Holds("logarithm of their median", moments.Mean, 0, 4 * 0.5 / Math.Sqrt(hot.Length));
            Holds("spread of their logarithm", Math.Sqrt(moments.Variance), 0.5, 4 * 0.5 / Math.Sqrt(2.0 * hot.Length));
        });
    }

    // Without the noise of electrons: what differs is the pattern.
    private static SensorChain Still(string use, params (string Key, System.Text.Json.Nodes.JsonNode? Value)[] parameters) =>
        Dark.With("sensor.shot-noise", ("poisson", false)).With(use, parameters).Raw();

    private static SensorFrame Frame(double seconds, uint step) => SensorBench.Frame(Side, Side, Exposure.Physical(0, seconds, 0, 2, 100), step: step);

    private (double Mean, double Variance) Measure(SensorChain chain, double seconds, uint step)
    {
        double[] a = Flat(chain, Frame(seconds, step), 0), b = Flat(chain, Frame(seconds, step + 1), 0);
        return ((a.Average() + b.Average()) / 2, Moments.TemporalVariance(a, b));
    }
}
