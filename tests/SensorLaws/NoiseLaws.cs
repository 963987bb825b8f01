using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.Tests.Sensors;

/// <summary>PTC-1 to PTC-3 and LOW-1: noise has the size and the shape that physics gives it.</summary>
public abstract class NoiseLaws : SensorLaws
{
    private const double Gain = 0.47;

    [Test]
    public void Ptc1_ThePhotonTransferSlopeIsTheGain() => Assert.That(Slope(100), Is.EqualTo(Gain).Within(1).Percent);

    [Test]
    public void Ptc2_ReadNoiseComesBackFromDarkFrames()
    {
        SensorChain chain = SensorBench.Raw(SensorBench.Stage("camera.noise", ("read_noise_electrons", 3.2)));
        Assert.That(Math.Sqrt(DarkVariance(chain) - (1.0 / 12)) / Gain, Is.EqualTo(3.2).Within(2).Percent);
    }

    [Test]
    public void Ptc2_TooLittleReadNoiseIsBelowWhatTheStandardCanMeasure()
    {
        SensorChain chain = SensorBench.Raw(SensorBench.Stage("camera.noise", ("read_noise_electrons", 0.3 / Gain)));
        Assert.That(DarkVariance(chain), Is.LessThan(0.24));
    }

    [TestCase(64, 0.01, 100)]
    [TestCase(256, 0.02, 100)]
    [TestCase(256, 0.01, 40)]
    public void Ptc3_TheSlopeDoesNotDependOnBlackLevelExposureOrAlbedo(double black, double seconds, double nit)
    {
        SensorChain chain = SensorBench.Raw(SensorBench.Stage("camera.noise", ("black_level_dn", black)));
        Assert.That(SlopeAt(chain, seconds, nit), Is.EqualTo(Gain).Within(1).Percent);
    }

    [TestCase(0.1)]
    [TestCase(0.5)]
    [TestCase(1)]
    [TestCase(5)]
    [TestCase(9.9)]
    [TestCase(10.1)]
    [TestCase(20)]
    [TestCase(24.9)]
    [TestCase(25.1)]
    [TestCase(30)]
    [TestCase(100)]
    [TestCase(1000)]
    [TestCase(9990)]
    [TestCase(10010)]
    public void Low1_CountsAreDistributedAsPoissonSays(double mean)
    {
        double nit = mean / SensorBench.ElectronsPerNit(0.01, 2);
        double[] counts = Flat(SensorBench.Raw(SensorBench.ElectronCounter()), SensorBench.Frame(Side, Side), nit);
        Moments moments = Moments.Of(counts);
        var law = new PoissonLaw(mean);
        int n = counts.Length;
        double none = Math.Exp(-mean), darkShare = counts.Count(count => count == 0) / (double)n;
        Assert.Multiple(() =>
        {
            Assert.That(moments.Mean, Is.EqualTo(mean).Within(4 * law.MeanError(n)), "mean");
            Assert.That(moments.Variance / moments.Mean, Is.EqualTo(1).Within(4 * law.FanoError(n)), "variance / mean");
            Assert.That(moments.Skewness, Is.EqualTo(law.Skewness).Within(4 * law.SkewnessError(n)), "skewness");
            Assert.That(darkShare, Is.EqualTo(none).Within((4 * Math.Sqrt(none * (1 - none) / n)) + (2.0 / n)), "P(0)");
        });
    }

    private double DarkVariance(SensorChain chain) => Moments.TemporalVariance(
        Flat(chain, SensorBench.Frame(Side, Side), 0), Flat(chain, SensorBench.Frame(Side, Side, step: 1), 0));

    // EMVA 1288: the slope of (variance − dark variance) over (mean − dark mean), through the origin, to 70% of saturation.
    private double Slope(double iso)
    {
        SensorChain chain = SensorBench.Raw(SensorBench.Stage("camera.noise"));
        Exposure exposure = Exposure.Physical(0, 0.01, 0, 2, iso);
        double[] dark = Flat(chain, SensorBench.Frame(Side, Side, exposure, step: 100), 0);
        double darkVariance = Moments.TemporalVariance(dark, Flat(chain, SensorBench.Frame(Side, Side, exposure, step: 101), 0));
        double above = 0, below = 0;
        for (int level = 0; level < 12; level++)
        {
            double nit = (0.05 + (0.65 * level / 11)) * chain.SaturationLuxSeconds(iso) / exposure.LuxSecondsPerNit;
            double[] a = Flat(chain, SensorBench.Frame(Side, Side, exposure, step: (uint)(2 * level)), nit);
            double[] b = Flat(chain, SensorBench.Frame(Side, Side, exposure, step: (uint)((2 * level) + 1)), nit);
            double mean = ((a.Average() + b.Average()) / 2) - dark.Average(), variance = Moments.TemporalVariance(a, b);
            double weight = 1 / (variance * variance);
            above += weight * mean * (variance - darkVariance);
            below += weight * mean * mean;
        }

        return above / below;
    }

    private double SlopeAt(SensorChain chain, double seconds, double nit)
    {
        Exposure exposure = Exposure.Physical(0, seconds, 0, 2, 100);
        double[] A(uint step, double level) => Flat(chain, SensorBench.Frame(Side, Side, exposure, step: step), level);
        double[] dark = A(0, 0), light = A(2, nit);
        double variance = Moments.TemporalVariance(light, A(3, nit)) - Moments.TemporalVariance(dark, A(1, 0));
        return variance / (light.Average() - dark.Average());
    }
}
