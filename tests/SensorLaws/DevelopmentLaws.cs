using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>ISP-1 to ISP-4, and what each stage of development does.</summary>
public abstract class DevelopmentLaws : ImagingLaws
{
    private const double Black = 256.3, White = 4095;

    private static readonly StageRequest Bayer = BenchStages.Mosaic(FilterColor.Red, FilterColor.Green, FilterColor.Green, FilterColor.Blue);
    private static readonly StageRequest Raw = BenchStages.Raw(Black, White);
    private static readonly StageRequest Demosaic = SensorBench.Stage("isp.demosaic", ("method", "malvar_he_cutler"));
    private static readonly StageRequest Linearize = SensorBench.Stage("isp.linearize");
    private static readonly StageRequest Tone = SensorBench.Stage("isp.tone");
    private static readonly StageRequest Srgb = SensorBench.Stage("isp.srgb");
    private static readonly StageRequest Balance = SensorBench.Stage("isp.white-balance", ("red", 1.9), ("blue", 1.6));

    private static readonly StageRequest Matrix = SensorBench.Stage(
        "isp.ccm", ("red_from_green", -0.9), ("red_from_blue", 0.1), ("green_from_red", -0.3), ("green_from_blue", -0.4), ("blue_from_red", 0.05), ("blue_from_green", -0.7));

    [Test]
    public void Isp1_ANeutralChartStaysNeutral()
    {
        // What a sensor with weak red and blue filters makes of eight grey patches.
        SignalImage chart = Picture(64, 8, (x, _) => new(Black + (Patch(x) / 1.9), Black + Patch(x), Black + (Patch(x) / 1.6)));
        double worst = Measure(chart, Bayer, Raw, Balance, Demosaic, Linearize, Matrix, Tone, Srgb).Pixels.ToArray()
            .Where((_, i) => i % 8 is >= 2 and < 6).Max(Saturation);
        Holds("ISP-1 saturation of grey", worst, 0, 0.001);
    }

    [Test]
    public void Isp2_TheCurveIsTheStandards()
    {
        SignalImage ramp = Picture(4096, 1, (x, _) => (Black + ((White - Black) * (x / 4095.0))) * new Rgb(1, 1, 1));
        SignalImage linear = Measure(ramp, Raw, Linearize), encoded = Measure(ramp, Raw, Linearize, Srgb);
        double worst = Enumerable.Range(0, 4096).Max(x => Math.Abs(encoded[x, 0].G - SrgbCurve.Encode(linear[x, 0].G)));
        Holds("ISP-2 error of the curve", worst, 0, 1e-6);
    }

    [Test]
    public void Isp2_AllCodesComeBack()
    {
        SignalImage codes = Picture(256, 1, (x, _) => (White * SrgbCurve.Decode(x / 255.0)) * new Rgb(1, 1, 1));
        SignalImage encoded = Measure(codes, BenchStages.Raw(0, White), Linearize, Srgb);
        Holds("ISP-2 codes that come back", Enumerable.Range(0, 256).Count(x => Math.Round(255 * encoded[x, 0].G) == x), 256, 0);
    }

    [Test]
    public void Isp3_StagesThatAreAskedForNothingReturnTheRawNumbers()
    {
        SignalImage raw = Picture(64, 48, (x, y) => ((x * 61) + (y * 83)) % 4096 * new Rgb(1, 1, 1));
        StageRequest[] nothing =
        [
            SensorBench.Stage("isp.defect-correction", ("threshold", 1)), SensorBench.Stage("isp.white-balance"), SensorBench.Stage("isp.lens-shading"),
        ];
        SignalImage before = Measure(raw, Bayer, Raw), after = Measure(raw, [Bayer, Raw, .. nothing]);
        Holds("ISP-3 pixels that differ", Enumerable.Range(0, 64 * 48).Count(i => before.Pixels[i] != after.Pixels[i]), 0, 0);
    }

    [Test]
    public void Isp3_AStraightCurveAndAnEmptyMatrixChangeNothing()
    {
        SignalImage raw = Picture(64, 48, (x, y) => new((x * 61) % 4096, (y * 83) % 4096, (x * y) % 4096));
        SignalImage linear = Measure(raw, Raw, Linearize);
        SignalImage same = Measure(raw, Raw, Linearize, SensorBench.Stage("isp.ccm"), SensorBench.Stage("isp.tone", ("gain", 1), ("white", 1), ("knee", 0.5)));
        double worst = SensorBench.Samples(same).Zip(SensorBench.Samples(linear), (a, b) => Math.Abs(a - b)).Max();
        Assert.That(worst, Is.LessThan(1e-6));
    }

    [Test]
    public void Isp4_SaturatedWhiteStaysNeutralAndWhite()
    {
        SignalImage white = Picture(16, 16, (_, _) => White * new Rgb(1, 1, 1));
        StageRequest shading = SensorBench.Stage("isp.lens-shading", ("k1", 0.4));
        double[] raw = [.. Measure(white, Bayer, Raw, Balance).Pixels.ToArray().Select(pixel => pixel.R)];
        Holds("ISP-4 least digital number of saturated white", raw.Min(), White, 0);
        Holds("ISP-4 largest digital number of saturated white", raw.Max(), White, 0);
        double[] samples = SensorBench.Samples(Measure(white, Bayer, Raw, Balance, shading, Demosaic, Linearize, Matrix, Tone, Srgb));
        Holds("ISP-4 darkest sample of saturated white", samples.Min(), 1, 1e-6);
        Holds("ISP-4 brightest sample of saturated white", samples.Max(), 1, 1e-6);
    }

    [Test]
    public void WhiteBalanceMultipliesWhatIsAboveBlack()
    {
        SignalImage grey = Picture(8, 8, (_, _) => (Black + 500) * new Rgb(1, 1, 1));
        StageRequest balance = SensorBench.Stage("isp.white-balance", ("red", 1), ("green", 0.5), ("blue", 0.75));
        Rgb pixel = Measure(grey, Raw, balance)[3, 3];
        Assert.That((pixel.R - Black, pixel.G - Black, pixel.B - Black), Is.EqualTo((1000.0, 500.0, 750.0)).Using<(double, double, double)>((a, b) =>
            Math.Abs(a.Item1 - b.Item1) < 1e-3 && Math.Abs(a.Item2 - b.Item2) < 1e-3 && Math.Abs(a.Item3 - b.Item3) < 1e-3));
    }

    [Test]
    public void DefectsTakeTheirNeighboursMedianAndTheRestStays()
    {
        double Clean(int x, int y) => 1000 + (6 * x) + (4 * y);
        bool IsDefect(int x, int y) => (x, y) is (0, 0) or (20, 11) or (22, 11) or (31, 23) or (12, 5);
        SignalImage mosaic = Measure(Picture(32, 24, (x, y) => (!IsDefect(x, y) ? Clean(x, y) : x == 31 ? 0 : 4095) * new Rgb(1, 1, 1)), Bayer, Raw, SensorBench.Stage("isp.defect-correction"));
        for (int y = 0; y < 24; y++)
        {
            for (int x = 0; x < 32; x++)
            {
                Assert.That(mosaic[x, y].R, Is.EqualTo(Clean(x, y)).Within(IsDefect(x, y) ? 25 : 0), $"pixel {x}, {y}");
            }
        }
    }

    [Test]
    public void ALineOfOnePixelIsNoDefect()
    {
        SignalImage line = Picture(32, 32, (x, y) => (x == 13 || y == 20 ? 3000 : 500) * new Rgb(1, 1, 1));
        Assert.That(
            Measure(line, Bayer, Raw, SensorBench.Stage("isp.defect-correction")).Pixels.ToArray(), Is.EqualTo(Measure(line, Bayer, Raw).Pixels.ToArray()));
    }

    [Test]
    public void LensShadingIsTheGainOfItsFormula()
    {
        SignalImage image = Measure(
            Picture(41, 31, (_, _) => (Black + 100) * new Rgb(1, 1, 1)), Bayer, Raw, SensorBench.Stage("isp.lens-shading", ("k1", 0.5), ("k2", 0.25), ("k3", 0.125)));
        foreach ((int x, int y) in ((int, int)[])[(20, 15), (0, 0), (40, 30), (5, 22)])
        {
            double r2 = (Math.Pow(x - 20, 2) + Math.Pow(y - 15, 2)) / (Math.Pow(20.5, 2) + Math.Pow(15.5, 2));
            double gain = 1 + (0.5 * r2) + (0.25 * r2 * r2) + (0.125 * r2 * r2 * r2);
            Assert.That(image[x, y].R, Is.EqualTo(Black + (100 * gain)).Within(1e-3), $"pixel {x}, {y}");
        }
    }

    [Test]
    public void TheToneCurveRisesSmoothlyToWhite()
    {
        SignalImage ramp = Measure(Picture(4001, 1, (x, _) => x * new Rgb(1, 1, 1)), BenchStages.Raw(0, 4000), Linearize, Tone);
        double[] y = [.. Enumerable.Range(0, 4001).Select(x => ramp[x, 0].G)], slopes = [.. Enumerable.Range(0, 4000).Select(x => 4000 * (y[x + 1] - y[x]))];
        Assert.Multiple(() =>
        {
            Assert.That(y[0], Is.Zero);
            Assert.That(y[400], Is.EqualTo(0.2).Within(1e-6), "straight below the knee");
            Assert.That(y[4000], Is.EqualTo(1).Within(1e-6));
            Assert.That(slopes, Is.All.Positive);
            Assert.That(slopes.Zip(slopes.Skip(1), (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(0.01), "no kink");
        });
    }

    [Test]
    public void SharpeningLeavesFlatPartsAndLiftsEdgesByItsFormula()
    {
        SignalImage edge = Picture(48, 24, (x, _) => (x < 24 ? 0.2 : 0.5) * new Rgb(4000, 4000, 4000));
        StageRequest[] encoded = [BenchStages.Raw(0, 4000), Linearize, Srgb];
        SignalImage before = Measure(edge, encoded), after = Measure(edge, [.. encoded, SensorBench.Stage("isp.sharpen", ("amount", 0.8), ("sigma_px", 1.2))]);
        double step = before[40, 12].G - before[5, 12].G, sum = Enumerable.Range(-4, 9).Sum(i => Gauss(i, 1.2)), beyond = Enumerable.Range(1, 4).Sum(i => Gauss(i, 1.2)) / sum;
        Assert.Multiple(() =>
        {
            Assert.That(after[5, 12].G, Is.EqualTo(before[5, 12].G).Within(1e-6));
            Assert.That(after[24, 12].G - before[24, 12].G, Is.EqualTo(0.8 * step * beyond).Within(1e-5));
        });
    }

    private static double Gauss(int i, double sigma) => Math.Exp(-i * i / (2 * sigma * sigma));

    private static double Patch(int x) => 1500.0 * ((x / 8) + 1) / 8;

    private static double Saturation(Rgb pixel)
    {
        double most = Math.Max(pixel.R, Math.Max(pixel.G, pixel.B)), least = Math.Min(pixel.R, Math.Min(pixel.G, pixel.B));
        return (most - least) / most;
    }
}
