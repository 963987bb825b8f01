using SensorSim.Rendering.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>RNG-3 and RNG-4: noise fields have nothing to do with each other nor with themselves next door.</summary>
public abstract class RandomnessLaws : SensorLaws
{
    private const double Nit = 30;

    private static double Limit => 4.0 / Side;

    [Test]
    public void Rng3_FramesCamerasStagesAndChannelsAreIndependent()
    {
        double[] frame = Green("front", 0, "camera.noise");
        Assert.Multiple(() =>
        {
            Assert.That(Moments.Correlation(frame, Green("front", 1, "camera.noise")), Is.Zero.Within(Limit), "next frame");
            Assert.That(Moments.Correlation(frame, Green("left", 0, "camera.noise")), Is.Zero.Within(Limit), "other camera");
            Assert.That(Moments.Correlation(frame, Green("front", 0, "other")), Is.Zero.Within(Limit), "other stage");
        });
    }

    [Test]
    public void Rng3_ChannelsAreIndependent()
    {
        Rgb[] pixels = Pixels("front", 0, "camera.noise");
        double[] r = [.. pixels.Select(p => p.R)], g = [.. pixels.Select(p => p.G)], b = [.. pixels.Select(p => p.B)];
        Assert.Multiple(() =>
        {
            Assert.That(Moments.Correlation(r, g), Is.Zero.Within(Limit));
            Assert.That(Moments.Correlation(g, b), Is.Zero.Within(Limit));
            Assert.That(Moments.Correlation(r, b), Is.Zero.Within(Limit));
        });
    }

    [Test]
    public void Rng4_NoiseIsWhite()
    {
        double[] frame = Green("front", 0, "camera.noise");
        double[] notLastColumn = [.. frame.Where((_, i) => i % Side != Side - 1)], notFirstColumn = [.. frame.Where((_, i) => i % Side != 0)];
        Assert.Multiple(() =>
        {
            Assert.That(Moments.Correlation(notLastColumn, notFirstColumn), Is.Zero.Within(Limit), "along a row");
            Assert.That(Moments.Correlation(frame[..^Side], frame[Side..]), Is.Zero.Within(Limit), "along a column");
        });
    }

    [Test]
    public void TheSameFrameIsTheSameAgain()
    {
        double[] first = Green("front", 3, "camera.noise"), second = Green("front", 3, "camera.noise");
        Assert.That(second, Is.EqualTo(first));
    }

    private double[] Green(string camera, uint step, string stage) => [.. Pixels(camera, step, stage).Select(pixel => pixel.G)];

    private Rgb[] Pixels(string camera, uint step, string stage)
    {
        SensorChain chain = SensorBench.Raw(SensorBench.Stage("camera.noise") with { Name = stage });
        return Run(chain, SensorBench.Frame(Side, Side, camera: camera, step: step), (_, _) => Nit).Pixels.ToArray();
    }
}
