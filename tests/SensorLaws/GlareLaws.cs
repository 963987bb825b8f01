using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>GLARE-1 and GLARE-2, against bells that are convolved here once more, tap by tap.</summary>
public abstract class GlareLaws : ImagingLaws
{
    private const int Levels = 8;

    [TestCase(true, 0.3, 2)]
    [TestCase(false, 0.3, 2)]
    [TestCase(true, 0.05, 3)]
    public void Glare1_NoLightIsLost(bool alongRows, double share, double falloff)
    {
        // A line of light across a strip that is longer than the widest bell.
        (int width, int height) = alongRows ? (1100, 6) : (6, 1100);
        SignalImage image = Measure(
            Picture(width, height, (x, y) => ((alongRows ? x : y) == 550 ? 1e4 : 0) * new Rgb(1, 0.5, 0.25)), SensorBench.Stage("optics.glare", ("share", share), ("falloff", falloff)));
        double energy = SensorBench.Samples(image).Sum() / (6 * 1.75e4);
        Holds("GLARE-1 energy of a line", energy, 1, 1e-4);
    }

    [Test]
    public void Glare1_NoLightIsLostInThePlane()
    {
        SignalImage image = Measure(Picture(420, 420, (x, y) => (x == 200 && y == 220 ? 1e6 : 0) * new Rgb(1, 1, 1)), SensorBench.Stage("optics.glare", ("share", 0.5), ("falloff", 5)));
        double[] samples = SensorBench.Samples(image);
        Assert.That(samples, Is.All.GreaterThanOrEqualTo(0));
        Holds("GLARE-1 energy of a point", samples.Sum() / 3e6, 1, 1e-4);
    }

    [TestCase(0.02, 2.5, 32)]
    [TestCase(0.1, 2, 48)]
    [TestCase(0.05, 3, 8)]
    public void Glare2_ABlackSquareIsVeiledByItsSurroundings(double share, double falloff, int halfSide)
    {
        SignalImage image = Measure(
            Picture(300, 300, (x, y) => (Math.Max(Math.Abs(x - 150), Math.Abs(y - 150)) <= halfSide ? 0 : 1000) * new Rgb(1, 1, 1)),
            SensorBench.Stage("optics.glare", ("share", share), ("falloff", falloff)));
        double[] weights = [.. Enumerable.Range(0, Levels).Select(level => Math.Pow(2, level * (2 - falloff)))];
        double inside = Enumerable.Range(0, Levels).Sum(level => weights[level] / weights.Sum() * Math.Pow(Bell(level).Where((_, i) => Math.Abs(i - Reach(level)) <= halfSide).Sum(), 2));
        double expected = share * (1 - inside);
        Holds("GLARE-2 veiling glare index", image[150, 150].G / 1000, expected, 0.02 * expected);
    }

    [TestCase(2)]
    [TestCase(2.5)]
    [TestCase(3)]
    public void GlareFallsOffAsItsPowerOfTheDistance(double falloff)
    {
        SignalImage image = Measure(Picture(400, 400, (x, y) => (x == 150 && y == 150 ? 1e8 : 0) * new Rgb(1, 1, 1)), SensorBench.Stage("optics.glare", ("share", 0.1), ("falloff", falloff)));
        double near = image[150 + 8, 150].G, far = image[150 + 96, 150].G, diagonal = image[150 + 34, 150 + 34].G, straight = image[150 + 48, 150].G;
        Assert.Multiple(() =>
        {
            Assert.That(Math.Log(near / far) / Math.Log(12), Is.EqualTo(falloff).Within(8).Percent);
            Assert.That(diagonal / straight, Is.EqualTo(1).Within(0.15), "round");
        });
    }

    private static int Reach(int level) => (2 << (level + 1)) - 2;

    // One dimension of a bell: five taps, then five that lie twice as far apart, and so on.
    private static double[] Bell(int level)
    {
        double[] bell = [1];
        for (int i = 0; i <= level; i++)
        {
            int step = 1 << i;
            double[] wider = new double[bell.Length + (4 * step)];
            for (int j = 0; j < wider.Length; j++)
            {
                int at = j;
                wider[j] = ((double[])[1, 4, 6, 4, 1]).Select((tap, k) => at - (k * step) >= 0 && at - (k * step) < bell.Length ? tap / 16 * bell[at - (k * step)] : 0).Sum();
            }

            bell = wider;
        }

        return bell;
    }
}
