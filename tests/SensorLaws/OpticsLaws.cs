using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>Blur keeps energy and has the contrast of its formula (MTF-1).</summary>
public abstract class OpticsLaws : SensorLaws
{
    private static readonly double PerNit = SensorBench.ElectronsPerNit(0.01, 2);

    [TestCase(0.5)]
    [TestCase(2)]
    public void Blur_KeepsEnergyAwayFromTheBorder(double sigma)
    {
        double Source(int x, int y) => x is >= 28 and < 100 && y is >= 28 and < 100 ? 20000 / PerNit : 0;
        double sharp = Linear(128, 128, Source).Sum(), blurred = Linear(128, 128, Source, SensorBench.Stage("camera.blur", ("sigma_px", sigma))).Sum();
        Assert.That(blurred / sharp, Is.EqualTo(1).Within(1e-6));
    }

    [TestCase(0.5, 0.3231)]
    [TestCase(0.7, 0.2471)]
    [TestCase(1.0, 0.1800)]
    [TestCase(1.5, 0.1227)]
    public void Mtf1_ASlantedEdgeHasTheContrastOfTheFormula(double sigma, double expected)
    {
        double[] green = Linear(64, 80, BenchEdge.Nit(40000 / PerNit), SensorBench.Stage("camera.blur", ("sigma_px", sigma)));
        Holds("MTF-1 MTF50 of camera.blur, cycles/px", BenchEdge.Mtf50(green, 64), expected, 0.01 * expected);
    }

    [Test]
    public void AStageThatIsNotEnabledIsAbsent()
    {
        StageRequest blur = SensorBench.Stage("camera.blur", ("sigma_px", 2)), noise = SensorBench.Stage("camera.noise");
        SensorFrame frame = SensorBench.Frame(64, 48);
        Rgb[] Pixels(params StageRequest[] stages) => Run(SensorBench.Display(stages), frame, (x, y) => (x * 3) + y).Pixels.ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(Pixels(blur with { Enabled = false }, noise), Is.EqualTo(Pixels(noise)));
            Assert.That(Pixels(blur, noise), Is.Not.EqualTo(Pixels(noise)));
        });
    }

    [Test]
    public void WithoutAnyStageLightIsScaledToTheSpeedOfTheSensor()
    {
        SensorFrame frame = SensorBench.Frame(256, 4);
        double saturation = 0.78 / frame.Exposure.LuxSecondsPerNit;
        SignalImage image = Run(SensorBench.Display(), frame, (x, _) => saturation * x / 200);
        for (int x = 0; x < 256; x++)
        {
            Assert.That(image[x, 2].R, Is.EqualTo(SrgbCurve.Encode(x / 200.0)).Within(0.51 / 255), $"column {x}");
        }
    }

    private double[] Linear(int width, int height, Func<int, int, double> nit, params StageRequest[] optics)
    {
        SensorChain chain = SensorBench.Raw([.. optics, SensorBench.ElectronCounter(("shot_noise", false))]);
        return [.. Run(chain, SensorBench.Frame(width, height), nit).Pixels.ToArray().Select(pixel => pixel.G)];
    }
}
