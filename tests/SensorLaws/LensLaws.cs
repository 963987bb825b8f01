using System.Text.Json.Nodes;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>VIG-1, MTF-1 of a real lens, and lateral colour.</summary>
public abstract class LensLaws : ImagingLaws
{
    [TestCase(10, 0.9406)]
    [TestCase(20, 0.7797)]
    [TestCase(30, 0.5625)]
    [TestCase(40, 0.3444)]
    public void Vig1_IlluminationFallsWithCosineToTheFourth(double degrees, double expected)
    {
        SignalImage image = Measure(Picture(501, 5, (_, _) => new(100, 100, 100)), SensorBench.Stage("optics.vignetting", ("horizontal_fov_deg", 90)));
        double at = 250 + (250.5 * Math.Tan(degrees * Math.PI / 180));
        int left = (int)at;
        double ratio = (((left + 1 - at) * image[left, 2].G) + ((at - left) * image[left + 1, 2].G)) / image[250, 2].G;
        Holds($"VIG-1 at {degrees} degrees", ratio, expected, 0.005 * expected);
    }

    [Test]
    public void ALensesOwnFalloffIsThePolynomial()
    {
        SignalImage image = Measure(
            Picture(41, 31, (_, _) => new(100, 50, 25)),
            SensorBench.Stage("optics.vignetting", ("horizontal_fov_deg", 0), ("k1", -0.3), ("k2", -0.2), ("k3", -0.1)));
        foreach ((int x, int y) in ((int, int)[])[(20, 15), (0, 0), (40, 30), (5, 22)])
        {
            double r2 = (Math.Pow(x - 20, 2) + Math.Pow(y - 15, 2)) / (Math.Pow(20.5, 2) + Math.Pow(15.5, 2));
            double falloff = 1 - (0.3 * r2) - (0.2 * r2 * r2) - (0.1 * r2 * r2 * r2);
            Assert.That(image[x, y].R, Is.EqualTo(100 * falloff).Within(1e-4), $"pixel {x}, {y}");
        }
    }

    [Test]
    public void AMeasuredFalloffIsTakenAsItIs()
    {
        double[] measured = [1, 0.98, 0.9, 0.75, 0.5];
        SignalImage image = Measure(
            Picture(41, 31, (_, _) => new(100, 50, 25)),
            SensorBench.Stage("optics.vignetting", ("horizontal_fov_deg", 0), ("measured", new JsonArray([.. measured.Select(value => (JsonNode)value)]))));
        foreach ((int x, int y) in ((int, int)[])[(20, 15), (0, 0), (40, 30), (5, 22), (33, 15)])
        {
            double r = 4 * Math.Sqrt((Math.Pow(x - 20, 2) + Math.Pow(y - 15, 2)) / (Math.Pow(20.5, 2) + Math.Pow(15.5, 2)));
            double expected = measured[(int)r] + ((r - (int)r) * (measured[(int)r + 1] - measured[(int)r]));
            Holds("VIG-1 measured falloff, share of the middle's light", image[x, y].R / 100, expected, 1e-6);
        }
    }

    [TestCase(1)]
    [TestCase(3)]
    public void AMeasuredPointSpreadIsTheImageOfAPoint(int colours)
    {
        const int side = 5;
        double[][] squares = [.. Enumerable.Range(0, colours).Select(color => Enumerable.Range(0, side * side).Select(i => (double)((i * (7 + color)) % 11)).ToArray())];
        JsonArray kernel = [.. squares.SelectMany(square => square).Select(value => (JsonNode)value)];
        SignalImage image = Measure(Picture(24, 18, (x, y) => (x == 9 && y == 8 ? 1e4 : 0) * new Rgb(1, 1, 1)), SensorBench.Stage("optics.measured-psf", ("kernel", kernel)));
        double worst = 0;
        for (int i = 0; i < 24 * 18; i++)
        {
            (int column, int row) = ((i % 24) - 9 + (side / 2), (i / 24) - 8 + (side / 2));
            for (int channel = 0; channel < 3; channel++)
            {
                double[] square = squares[Math.Min(channel, colours - 1)];
                double expected = column is >= 0 and < side && row is >= 0 and < side ? square[(row * side) + column] / square.Sum() : 0;
                worst = Math.Max(worst, Math.Abs((Channel(image[i % 24, i / 24], channel) / 1e4) - expected));
            }
        }

        Holds("measured point spread, largest error", worst, 0, 1e-7);
    }

    [TestCase("1, 2", "has 2 numbers; expected a square")]
    [TestCase("1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0", "a square without light")]
    public void AKernelThatIsNoneIsRefused(string numbers, string message)
    {
        StageRequest stage = SensorBench.Stage("optics.measured-psf", ("kernel", JsonNode.Parse($"[{numbers}]")));
        Assert.That(() => SensorBench.Raw(stage, SensorBench.Stage("camera.noise")), Throws.TypeOf<SensorChainException>().With.Message.Contains(message));
    }

    [TestCase(2, 0)]
    [TestCase(2.8, 0.3)]
    [TestCase(4, 0)]
    [TestCase(5.6, 0.5)]
    [TestCase(8, 0)]
    [TestCase(0, 0.5)]
    [TestCase(0, 0.7)]
    [TestCase(0, 1)]
    [TestCase(0, 1.5)]
    public void Mtf1_ASlantedEdgeHasTheContrastOfTheFormula(double fNumber, double sigma)
    {
        const int margin = 20;
        Func<int, int, double> edge = BenchEdge.Nit(1000);
        SignalImage scene = Picture(64 + (2 * margin), 80 + (2 * margin), (x, y) => edge(x - margin, y - margin) * new Rgb(1, 1, 1));
        SignalImage image = Measure(scene, SensorBench.Stage("optics.psf", ("f_number", fNumber), ("sigma_px", sigma), ("pixel_pitch_um", 1.55)));
        foreach ((int channel, double nm) in ((int, double)[])[(0, 610), (1, 540), (2, 465)])
        {
            double[] cropped = [.. Enumerable.Range(0, 64 * 80).Select(i => Channel(image[(i % 64) + margin, (i / 64) + margin], channel))];
            double expected = Mtf50(nm / 1550 * fNumber, sigma);
            Holds(FormattableString.Invariant($"MTF-1 of {nm} nm at f/{fNumber}, {sigma} px: MTF50"), BenchEdge.Mtf50(cropped, 64), expected, 0.01 * expected);
        }
    }

    [TestCase(0, 0)]
    [TestCase(2, 0)]
    [TestCase(2.8, 0.3)]
    [TestCase(11, 0.5)]
    public void APointSpreadsToItsLightAndNeverBelowZero(double fNumber, double sigma)
    {
        SignalImage image = Measure(
            Picture(64, 64, (x, y) => (x == 31 && y == 30 ? 1e6 : 0) * new Rgb(1, 1, 1)), SensorBench.Stage("optics.psf", ("f_number", fNumber), ("sigma_px", sigma)));
        double[] samples = SensorBench.Samples(image);
        Assert.Multiple(() =>
        {
            Assert.That(samples.Sum() / 3e6, Is.EqualTo(1).Within(1e-6));
            Assert.That(samples, Is.All.GreaterThanOrEqualTo(0));
        });
    }

    [Test]
    public void DiffractionHasItsDarkRing()
    {
        // λN = 6 px: the first dark ring lies at 1.22 λN = 7.32 px.
        SignalImage image = Measure(
            Picture(80, 80, (x, y) => (x == 40 && y == 40 ? 1e6 : 0) * new Rgb(1, 1, 1)),
            SensorBench.Stage("optics.psf", ("f_number", 10), ("green_nm", 600), ("pixel_pitch_um", 1), ("sigma_px", 0)));
        int darkest = Enumerable.Range(1, 9).MinBy(x => image[40 + x, 40].G);
        Assert.That((darkest, image[47, 40].G / image[40, 40].G < 0.01), Is.EqualTo((7, true)));
    }

    [TestCase(1.002, 0.9985)]
    [TestCase(1.01, 0.99)]
    public void RedAndBlueSeparateByTheFormula(double red, double blue)
    {
        foreach ((double x, double y) in ((double, double)[])[(40.3, 30.8), (200.6, 100.2), (250, 180)])
        {
            double Blob(int column, int row) => 1000 * Math.Exp(-(Math.Pow(column - x, 2) + Math.Pow(row - y, 2)) / (2 * 2.5 * 2.5));
            SignalImage image = Measure(
                Picture(301, 201, (column, row) => Blob(column, row) * new Rgb(1, 1, 1)),
                SensorBench.Stage("optics.lateral-colour", ("red_magnification", red), ("blue_magnification", blue)));
            (double rx, double ry) = Centroid(image, 0);
            (double gx, double gy) = Centroid(image, 1);
            (double bx, double by) = Centroid(image, 2);
            double worst = new[] { rx - bx - ((red - blue) * (x - 150)), ry - by - ((red - blue) * (y - 100)), gx - x, gy - y }.Max(Math.Abs);
            Holds(FormattableString.Invariant($"lateral colour at {x}, {y}: red to blue, error in px"), worst, 0, 0.02);
        }
    }

    private static (double X, double Y) Centroid(SignalImage image, int channel)
    {
        double sum = 0, sumX = 0, sumY = 0;
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            double value = Channel(image.Pixels[i], channel);
            (sum, sumX, sumY) = (sum + value, sumX + (value * (i % image.Width)), sumY + (value * (i / image.Width)));
        }

        return (sumX / sum, sumY / sum);
    }

    // Of square pixels, a circular aperture and a Gaussian, in cycles per pixel.
    private static double Mtf50(double cutoffPeriodPx, double sigma)
    {
        double f = 0;
        for (double contrast = 1; contrast > 0.5; f += 1e-5)
        {
            double v = Math.Min(1, cutoffPeriodPx * (f + 1e-5)), x = Math.PI * (f + 1e-5);
            contrast = 2 / Math.PI * (Math.Acos(v) - (v * Math.Sqrt(1 - (v * v)))) * Math.Exp(-2 * x * x * sigma * sigma) * Math.Sin(x) / x;
        }

        return f;
    }
}
