using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.Tests.Sensors;

/// <summary>RAD-1, RAD-2, Q-1 and SAT-1: light to numbers.</summary>
public abstract class RadiometryLaws : SensorLaws
{
    [Test]
    public void Rad1_HundredNitGiveTheElectronsOfTheFormula([Values] SensorBuild build)
    {
        const double gain = 60;
        SensorChain chain = SensorParts.Count(build, ("gain_dn_per_electron", gain), ("shot_noise", false));
        double[] dn = SensorBench.Samples(chain, Run(chain, SensorBench.Frame(Side, Side), (x, y) => Ramp(x, y)));
        double electrons = dn.Average() / gain, expected = 100 * SensorBench.ElectronsPerNit(0.01, 2);
        Assert.Multiple(() =>
        {
            Assert.That(expected, Is.EqualTo(908).Within(0.5), "the worked value: 1816 photons, half of them seen");
            Holds("RAD-1 e- without noise", electrons, expected, 1e-5 * expected);
        });
    }

    [Test]
    public void Rad1_WithNoiseTheMeanHolds([Values] SensorBuild build)
    {
        SensorChain chain = SensorParts.Count(build);
        double expected = 100 * SensorBench.ElectronsPerNit(0.01, 2);
        Holds("RAD-1 e- with noise", Flat(chain, SensorBench.Frame(256, 256), 100).Average(), expected, 0.005 * expected);
    }

    [Test]
    public void Rad2_ExposureScalesWithTimeAndAperture([Values] SensorBuild build)
    {
        SensorChain chain = SensorParts.Count(build, ("gain_dn_per_electron", 30), ("shot_noise", false));
        double Mean(double seconds, double fNumber) => SensorBench.Samples(chain, Run(
            chain, SensorBench.Frame(Side, Side, Exposure.Physical(0, seconds, 0, fNumber, 100)), (x, y) => Ramp(x, y))).Average();
        double once = Mean(0.01, 2);
        Assert.Multiple(() =>
        {
            Holds("RAD-2 twice the time", Mean(0.02, 2) / once, 2, 2e-5);
            Holds("RAD-2 f-number times √2", Mean(0.01, 2 * Math.Sqrt(2)) / once, 17.0 / 33, 1e-5);
        });
    }

    [TestCase(SensorBuild.Preset)]
    [TestCase(SensorBuild.Parts)]
    public void Q1_ANoiseFreeRampGivesTheRoundedNumberExactly(SensorBuild build)
    {
        const double gain = 0.47123, black = 100;
        SensorChain chain = SensorParts.Count(build, ("gain_dn_per_electron", gain), ("black_level_dn", black), ("shot_noise", false));
        double perNit = SensorBench.ElectronsPerNit(0.01, 2);
        double[] dn = SensorBench.Samples(Run(chain, SensorBench.Frame(Side, Side), (x, y) => ((y * Side) + x) / 16.0 / perNit));
        int wrong = 0;
        for (int i = 0; i < dn.Length; i++)
        {
            double real = (gain * (i / 3) / 16.0) + black;
            bool onTheEdge = Math.Abs(real - Math.Floor(real) - 0.5) < 0.005;
            wrong += dn[i] != Math.Floor(real + 0.5) && !onTheEdge ? 1 : 0;
        }

        double[] codes = [.. dn.Distinct().Order()];
        Assert.Multiple(() =>
        {
            Holds("Q-1 wrong codes of a ramp", wrong, 0, 0);
            Holds("Q-1 missing codes of a ramp", codes[^1] - codes[0] + 1 - codes.Length, 0, 0);
        });
    }

    [TestCase(SensorBuild.Preset, 100_000, 0.5, 16)]
    [TestCase(SensorBuild.Preset, 1e8, 1.0, 16)]
    [TestCase(SensorBuild.Mosaic, 100_000, 0.5, 16)]
    [TestCase(SensorBuild.Mosaic, 1e8, 1.0, 16)]
    public void Sat1_ThePhotonTransferCurvePeaksAtSaturation(SensorBuild build, double fullWell, double gain, int bits)
    {
        const double black = 256;
        SensorChain chain = SensorParts.Count(
            build, ("full_well_electrons", fullWell), ("gain_dn_per_electron", gain), ("bits", bits), ("black_level_dn", black));
        double saturation = Math.Min(fullWell, ((1 << bits) - 1 - black) / gain), perNit = SensorBench.ElectronsPerNit(0.01, 2);
        double top = Math.Round(black + (gain * saturation));
        var curve = new List<(double Level, double Variance)>();
        for (double level = 0.90; level < 1.041; level += 0.005)
        {
            Moments moments = Moments.Of(Flat(chain, SensorBench.Frame(128, 128), level * saturation / perNit));
            curve.Add((level, moments.Variance));
        }

        double[] beyond = Flat(chain, SensorBench.Frame(128, 128), 1.5 * saturation / perNit);
        Assert.Multiple(() =>
        {
            Holds("SAT-1 peak over saturation", curve.MaxBy(point => point.Variance).Level, 1, 0.02);
            Holds("SAT-1 variance above saturation, DN²", Moments.Of(beyond).Variance, 0, 0);
            Holds("SAT-1 brightest code less saturation's, DN", beyond.Max() - top, 0, 0);
            Assert.That(chain.SaturationLuxSeconds(100), Is.EqualTo(saturation / perNit * SensorBench.Frame(1, 1).Exposure.LuxSecondsPerNit).Within(1e-6).Percent);
        });
    }

    [TestCase(SensorBuild.Preset, 0, 0, 256, TestName = "Sat1_ADarkFrameKeepsBothHalvesOfItsReadNoise")]
    [TestCase(SensorBuild.Preset, 1e6, 1000, 2256, TestName = "Sat1_ChargeIsClippedBeforeItIsRead")]
    [TestCase(SensorBuild.Parts, 0, 0, 256, TestName = "Sat1_ADarkFrameOfThePartsKeepsBothHalvesOfItsReadNoise")]
    [TestCase(SensorBuild.Parts, 1e6, 1000, 2256, TestName = "Sat1_ChargeIsClippedBeforeThePartsReadIt")]
    public void Sat1_ReadNoiseIsNotClippedWithTheCharge(SensorBuild build, double nit, double electrons, double expected)
    {
        const double readNoise = 5, gain = 2;
        SensorChain chain = SensorParts.Count(
            build, ("full_well_electrons", 1000), ("read_noise_electrons", readNoise), ("gain_dn_per_electron", gain), ("black_level_dn", 256));
        Moments moments = Moments.Of(Flat(chain, SensorBench.Frame(256, 256), nit));
        double variance = (gain * gain * readNoise * readNoise) + (1.0 / 12);
        Assert.Multiple(() =>
        {
            Assert.That(expected, Is.EqualTo(256 + (gain * electrons)));
            Assert.That(moments.Mean, Is.EqualTo(expected).Within(4 * Math.Sqrt(variance / moments.Count)));
            Assert.That(moments.Variance, Is.EqualTo(variance).Within(4 * variance * Math.Sqrt(2.0 / moments.Count)));
        });
    }

    // 99 to 101 nit, symmetric: rounding errors of single pixels average out.
    private static double Ramp(int x, int y) => 100 * (1 + (0.01 * ((2 * ((y * Side) + x)) - (Side * Side) + 1) / (Side * Side)));
}
