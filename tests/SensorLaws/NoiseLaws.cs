using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.Tests.Sensors;

/// <summary>PTC-1 to PTC-3 and LOW-1: noise has the size and the shape that physics gives it.</summary>
public abstract class NoiseLaws : SensorLaws
{
    private const double Gain = 0.47;

    [TestCase(SensorBuild.Preset)]
    [TestCase(SensorBuild.Mosaic)]
    public void Ptc1_ThePhotonTransferSlopeIsTheGain(SensorBuild build) => Holds("PTC-1 gain, DN/e-", Slope(build, 100), Gain, 0.01 * Gain);

    [TestCase(SensorBuild.Preset)]
    [TestCase(SensorBuild.Mosaic)]
    public void Ptc2_ReadNoiseComesBackFromDarkFrames(SensorBuild build)
    {
        SensorChain chain = SensorParts.Build(build, ("read_noise_electrons", 3.2));
        Holds("PTC-2 read noise, e-", Math.Sqrt(DarkVariance(chain) - (1.0 / 12)) / Gain, 3.2, 0.02 * 3.2);
    }

    [TestCase(SensorBuild.Preset)]
    [TestCase(SensorBuild.Mosaic)]
    public void Ptc2_TooLittleReadNoiseIsBelowWhatTheStandardCanMeasure(SensorBuild build)
    {
        SensorChain chain = SensorParts.Build(build, ("read_noise_electrons", 0.3 / Gain));
        Acceptance.StaysBelow("PTC-2 too little read noise: dark variance, DN²", DarkVariance(chain), 0.24);
    }

    [TestCase(SensorBuild.Preset, 64, 0.01, 100)]
    [TestCase(SensorBuild.Preset, 256, 0.02, 100)]
    [TestCase(SensorBuild.Preset, 256, 0.01, 40)]
    [TestCase(SensorBuild.Mosaic, 64, 0.01, 100)]
    [TestCase(SensorBuild.Mosaic, 256, 0.02, 100)]
    [TestCase(SensorBuild.Mosaic, 256, 0.01, 40)]
    public void Ptc3_TheSlopeDoesNotDependOnBlackLevelExposureOrAlbedo(SensorBuild build, double black, double seconds, double nit)
    {
        SensorChain chain = SensorParts.Build(build, ("black_level_dn", black));
        Holds("PTC-3 variance over mean, DN/e-", SlopeAt(chain, seconds, nit), Gain, 0.01 * Gain);
    }

    [Test]
    public void Low1_CountsAreDistributedAsPoissonSays(
        [Values(SensorBuild.Preset, SensorBuild.Mosaic)] SensorBuild build,
        [Values(0.1, 0.5, 1, 5, 9.9, 10.1, 20, 24.9, 25.1, 30, 100, 1000, 9990, 10010)] double mean)
    {
        double nit = mean / SensorBench.ElectronsPerNit(0.01, 2);
        double[] counts = Flat(SensorParts.Count(build), SensorBench.Frame(Side, Side), nit);
        Moments moments = Moments.Of(counts);
        var law = new PoissonLaw(mean);
        int n = counts.Length;
        double none = Math.Exp(-mean), darkShare = counts.Count(count => count == 0) / (double)n;
        Assert.Multiple(() =>
        {
            Holds("LOW-1 mean, e-", moments.Mean, mean, 4 * law.MeanError(n));
            Holds("LOW-1 variance / mean", moments.Variance / moments.Mean, 1, 4 * law.FanoError(n));
            Holds("LOW-1 skewness", moments.Skewness, law.Skewness, 4 * law.SkewnessError(n));
            Holds("LOW-1 P(0)", darkShare, none, (4 * Math.Sqrt(none * (1 - none) / n)) + (2.0 / n));
        });
    }

    private double DarkVariance(SensorChain chain) => Moments.TemporalVariance(
        Flat(chain, SensorBench.Frame(Side, Side), 0), Flat(chain, SensorBench.Frame(Side, Side, step: 1), 0));

    // EMVA 1288: the slope of (variance − dark variance) over (mean − dark mean), through the origin, to 70% of saturation.
    private double Slope(SensorBuild build, double iso)
    {
        SensorChain chain = SensorParts.Build(build);
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
