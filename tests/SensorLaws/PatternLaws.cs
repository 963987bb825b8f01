using SensorSim.Rendering.Sensors;

namespace SensorSim.Tests.Sensors;

/// <summary>FPN-1 and FPN-2: what belongs to a sensor comes back from its frames, in all of them and in no other sensor's. Defects and traps have fixed places.</summary>
public abstract class PatternLaws : SensorLaws
{
    private const int Frames = 16;
    private const double Dsnu = 5;
    private const double Prnu = 2;
    private const double HalfElectrons = 4090;

    private static readonly SensorParts Patterned = SensorParts.Counter
        .With("sensor.cfa").With("sensor.read-noise", ("read_noise_electrons", 3)).With("sensor.dsnu", ("dsnu_electrons", Dsnu)).With("sensor.prnu", ("prnu_percent", Prnu));

    private readonly Dictionary<(string Camera, int First, double Nit, int Side), (double[] Mean, double Temporal)> _averages = [];

    private static double HalfNit => HalfElectrons / SensorBench.ElectronsPerNit(0.01, 2);

    [Test]
    public void Fpn1_DsnuAndPrnuComeBackAsTheStandardMeasuresThem()
    {
        (double[] dark, double darkTemporal) = Average("front", 0, 0);
        (double[] bright, double brightTemporal) = Average("front", 0, HalfNit);
        double darkSpatial = Moments.Of(dark).Variance - (darkTemporal / Frames), brightSpatial = Moments.Of(bright).Variance - (brightTemporal / Frames);
        Assert.Multiple(() =>
        {
            Holds("FPN-1 DSNU, e-", Math.Sqrt(darkSpatial), Dsnu, 0.05 * Dsnu);
            Holds("FPN-1 PRNU, %", 100 * Math.Sqrt(brightSpatial - darkSpatial) / (bright.Average() - dark.Average()), Prnu, 0.05 * Prnu);
        });
    }

    [TestCase(0, "DSNU")]
    [TestCase(1, "PRNU")]
    public void Fpn2_ThePatternStaysWithTheSensor(int light, string what)
    {
        double nit = light * HalfNit;
        double[] first = Average("front", 0, nit).Mean;
        Assert.Multiple(() =>
        {
            Exceeds($"FPN-2 {what}, same serial", Moments.Correlation(first, Average("front", Frames, nit).Mean), 0.95);
            Holds($"FPN-2 {what}, other serial", Moments.Correlation(first, Average("left", 0, nit).Mean), 0, 4.0 / Side);
        });
    }

    [Test]
    public void Fpn2_ACropOfTheMiddleKeepsItsPattern()
    {
        double[] whole = Average("front", 0, 0).Mean, crop = Average("front", 0, 0, Side / 2).Mean;
        double[] middle = [.. Enumerable.Range(0, Side / 2).SelectMany(y => whole.Skip(((y + (Side / 4)) * Side) + (Side / 4)).Take(Side / 2))];
        Exceeds("FPN-2 crop of the middle", Moments.Correlation(middle, crop), 0.95);
    }

    [Test]
    public void DefectsHaveTheirSharesAndTheirPlaces()
    {
        const double hot = 0.01, dead = 0.02;
        SensorChain chain = SensorParts.Counter.With("sensor.cfa").With("sensor.defects", ("hot_share", hot), ("dead_share", dead), ("hot_electrons", 9000)).Raw();
        double[] Frame(uint step, string camera = "front") => Flat(chain, SensorBench.Frame(Side, Side, camera: camera, step: step), HalfNit);
        double[] one = Frame(0), two = Frame(1), other = Frame(0, "left");
        int n = one.Length;
        Assert.Multiple(() =>
        {
            Holds("hot pixels", one.Count(dn => dn == 9256) / (double)n, hot, 4 * Math.Sqrt(hot * (1 - hot) / n));
            Holds("dead pixels", one.Count(dn => dn == 256) / (double)n, dead, 4 * Math.Sqrt(dead * (1 - dead) / n));
            Assert.That(one.Zip(two, (a, b) => (a == 9256) == (b == 9256) && (a == 256) == (b == 256)), Is.All.True, "the same in each frame");
            Assert.That(one.Zip(other, (a, b) => a == 256 && b == 256).Count(both => both), Is.LessThan(3 * dead * dead * n), "others in another sensor");
        });
    }

    [Test]
    public void TrapsSwitchBetweenTwoLevels()
    {
        const double share = 0.05, amplitude = 100, duty = 0.3;
        SensorChain chain = SensorParts.Counter.With("sensor.shot-noise", ("poisson", false)).With("sensor.cfa")
            .With("sensor.telegraph-noise", ("share", share), ("amplitude_electrons", amplitude), ("duty", duty)).Raw();
        double[][] frames = [.. Enumerable.Range(0, 6).Select(step => Flat(chain, SensorBench.Frame(Side, Side, step: (uint)step), 0))];
        int trapped = Enumerable.Range(0, Side * Side).Count(i => frames[0][i] != 256), filled = frames.Sum(frame => frame.Count(dn => dn == 256 + 70));
        double n = Side * Side, draws = trapped * frames.Length;
        Assert.Multiple(() =>
        {
            Assert.That(frames.SelectMany(frame => frame).Distinct().Order(), Is.EqualTo((double[])[226, 256, 326]));
            Assert.That(Enumerable.Range(0, Side * Side).Count(i => frames[1][i] != 256 != (frames[0][i] != 256)), Is.Zero, "the same pixels");
            Holds("RTN share of pixels", trapped / n, share, 4 * Math.Sqrt(share * (1 - share) / n));
            Holds("RTN duty", filled / draws, duty, 4 * Math.Sqrt(duty * (1 - duty) / draws));
        });
    }

    // Mean of sixteen frames, and the mean temporal variance of a pixel.
    private (double[] Mean, double Temporal) Average(string camera, int first, double nit, int side = Side)
    {
        if (_averages.TryGetValue((camera, first, nit, side), out (double[] Mean, double Temporal) known))
        {
            return known;
        }

        SensorChain chain = Patterned.Raw();
        double[] sum = new double[side * side], squares = new double[side * side];
        for (int frame = 0; frame < Frames; frame++)
        {
            double[] samples = Flat(chain, SensorBench.Frame(side, side, camera: camera, step: (uint)(first + frame)), nit);
            for (int i = 0; i < samples.Length; i++)
            {
                sum[i] += samples[i];
                squares[i] += samples[i] * samples[i];
            }
        }

        double temporal = sum.Zip(squares, (s, q) => (q - (s * s / Frames)) / (Frames - 1)).Average();
        return _averages[(camera, first, nit, side)] = ([.. sum.Select(s => s / Frames)], temporal);
    }
}
