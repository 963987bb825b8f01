using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>DEM-1 to DEM-4.</summary>
public abstract class DemosaicLaws : ImagingLaws
{
    private const FilterColor R = FilterColor.Red, G = FilterColor.Green, B = FilterColor.Blue, C = FilterColor.Clear;

    private static readonly (int X, int Y, StageRequest Mosaic)[] Phases =
    [
        (0, 0, BenchStages.Mosaic(R, G, G, B)), (1, 0, BenchStages.Mosaic(G, R, B, G)),
        (0, 1, BenchStages.Mosaic(G, B, R, G)), (1, 1, BenchStages.Mosaic(B, G, G, R)),
    ];

    [TestCase("bilinear")]
    [TestCase("malvar_he_cutler")]
    public void Dem1_AConstantColourIsExactToTheBorder(string method)
    {
        var color = new Rgb(700, 300, 100);
        foreach ((_, _, StageRequest mosaic) in Phases)
        {
            SignalImage image = Demosaiced(Picture(37, 22, (_, _) => color), mosaic, method);
            Holds($"DEM-1 {method}, largest error", LargestError(image, 0, (_, _) => color), 0, 0);
        }
    }

    [TestCase("bilinear")]
    [TestCase("malvar_he_cutler")]
    public void Dem2_ALinearRampIsExactInside(string method)
    {
        Rgb Ramp(int x, int y) => new(16 * x, (8 * x) + (16 * y) + 5, 900 - (8 * x));
        SignalImage image = Demosaiced(Picture(40, 24, Ramp), Phases[0].Mosaic, method);
        Holds($"DEM-2 {method}, largest error inside", LargestError(image, 2, Ramp), 0, 0);
    }

    [TestCase("bilinear")]
    [TestCase("malvar_he_cutler")]
    public void Dem3_AllPhasesOfThePatternGiveThePictureShifted(string method)
    {
        SignalImage scene = Noise(64, 48), first = Demosaiced(scene, Phases[0].Mosaic, method);
        foreach ((int dx, int dy, StageRequest mosaic) in Phases)
        {
            SignalImage shifted = Demosaiced(Picture(64, 48, (x, y) => scene.At(x - dx, y - dy)), mosaic, method);
            Holds($"DEM-3 {method}, shifted by {dx}, {dy}: largest difference", LargestError(shifted, 4, (x, y) => first[x - dx, y - dy]), 0, 0);
        }
    }

    [Test]
    public void Dem4_BilinearInterpolationLeavesThisMuchNoise()
    {
        double[][] channels = Channels(Demosaiced(Noise(1024, 1024), Phases[0].Mosaic, "bilinear"));
        double raw = 100 * 100 / 3.0;
        foreach ((int channel, double expected) in ((int, double)[])[(0, 0.5625), (1, 0.625), (2, 0.5625)])
        {
            Holds($"DEM-4 variance of channel {channel}", Moments.Of(channels[channel]).Variance / raw, expected, 0.01 * expected);
        }
    }

    [Test]
    public void MalvarHeCutlerIsSharperThanBilinear()
    {
        Rgb Grating(int x, int y) => (500 + (400 * Math.Sin((1.3 * x) + (0.4 * y)))) * new Rgb(1, 1, 1);
        SignalImage scene = Picture(64, 64, Grating);
        double Error(string method) => Channels(Demosaiced(scene, Phases[0].Mosaic, method)).Zip(Channels(scene)).Sum(pair =>
            pair.First.Zip(pair.Second, (a, b) => (a - b) * (a - b)).Sum());
        Assert.That(Error("malvar_he_cutler"), Is.LessThan(0.35 * Error("bilinear")));
    }

    [Test]
    public void ClearPixelsStandInGreensPlace()
    {
        SignalImage image = Demosaiced(Picture(24, 16, (_, _) => new(600, 300, 90)), BenchStages.Mosaic(R, C, C, B), "malvar_he_cutler");
        Assert.That(image.Pixels.ToArray(), Is.All.EqualTo(new Rgb(600, 330, 90)));
    }

    [Test]
    public void WithoutFiltersThePictureIsGreyAndSharp()
    {
        SignalImage scene = Noise(24, 16), image = Demosaiced(scene, BenchStages.Mosaic(C, C, C, C), "bilinear");
        for (int i = 0; i < scene.Pixels.Length; i++)
        {
            double mean = (scene.Pixels[i].R + scene.Pixels[i].G + scene.Pixels[i].B) / 3;
            Assert.That(image.Pixels[i].G, Is.EqualTo(mean).Within(1e-6 * mean));
            Assert.That((image.Pixels[i].R, image.Pixels[i].B), Is.EqualTo((image.Pixels[i].G, image.Pixels[i].G)));
        }
    }

    [Test]
    public void ADisplayOfAMosaicIsDemosaicedUnasked() => Assert.That(
        Rendering.Sensors.SensorChain.Build(BenchStages.Plugins, [Phases[0].Mosaic, BenchStages.Raw()]).Stages.Select(stage => stage.Name),
        Is.EqualTo(["bench.mosaic", "bench.raw", "isp.demosaic", "isp.develop"]));

    private SignalImage Demosaiced(SignalImage light, StageRequest mosaic, string method) =>
        Measure(light, mosaic, BenchStages.Raw(), SensorBench.Stage("isp.demosaic", ("method", method)));

    private static double LargestError(SignalImage image, int border, Func<int, int, Rgb> expected)
    {
        double largest = 0;
        for (int y = border; y < image.Height - border; y++)
        {
            for (int x = border; x < image.Width - border; x++)
            {
                (double r, double g, double b) = image[x, y] + (-1 * expected(x, y));
                largest = Math.Max(largest, Math.Max(Math.Abs(r), Math.Max(Math.Abs(g), Math.Abs(b))));
            }
        }

        return largest;
    }

    // Uniform in 500 ± 100, in eighths: sums of a kernel's eighths are exact in single precision.
    private static SignalImage Noise(int width, int height)
    {
        var random = new Random(3);
        double Next() => Math.Round(8 * (400 + (200 * random.NextDouble()))) / 8;
        return Picture(width, height, (_, _) => new(Next(), Next(), Next()));
    }

    private static double[][] Channels(SignalImage image)
    {
        Rgb[] pixels = image.Pixels.ToArray();
        return [.. Enumerable.Range(0, 3).Select(channel => pixels.Select(pixel => Channel(pixel, channel)).ToArray())];
    }
}
