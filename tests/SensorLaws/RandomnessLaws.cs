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
            Holds("RNG-3 correlation with the next frame", Moments.Correlation(frame, Green("front", 1, "camera.noise")), 0, Limit);
            Holds("RNG-3 correlation with another camera", Moments.Correlation(frame, Green("left", 0, "camera.noise")), 0, Limit);
            Holds("RNG-3 correlation with another stage", Moments.Correlation(frame, Green("front", 0, "other")), 0, Limit);
        });
    }

    [Test]
    public void Rng3_ChannelsAreIndependent()
    {
        Rgb[] pixels = Pixels("front", 0, "camera.noise");
        double[] r = [.. pixels.Select(p => p.R)], g = [.. pixels.Select(p => p.G)], b = [.. pixels.Select(p => p.B)];
        Assert.Multiple(() =>
        {
            Holds("RNG-3 correlation of channels", Moments.Correlation(r, g), 0, Limit);
            Holds("RNG-3 correlation of channels", Moments.Correlation(g, b), 0, Limit);
            Holds("RNG-3 correlation of channels", Moments.Correlation(r, b), 0, Limit);
        });
    }

    [Test]
    public void Rng4_NoiseIsWhite()
    {
        double[] frame = Green("front", 0, "camera.noise");
        double[] notLastColumn = [.. frame.Where((_, i) => i % Side != Side - 1)], notFirstColumn = [.. frame.Where((_, i) => i % Side != 0)];
        Assert.Multiple(() =>
        {
            Holds("RNG-4 correlation along a row", Moments.Correlation(notLastColumn, notFirstColumn), 0, Limit);
            Holds("RNG-4 correlation along a column", Moments.Correlation(frame[..^Side], frame[Side..]), 0, Limit);
        });
    }

    [Test]
    public void Rng2_TheSameFrameIsTheSameAgain()
    {
        double[] first = Green("front", 3, "camera.noise"), other = Green("front", 2, "camera.noise"), second = Green("front", 3, "camera.noise");
        Assert.That(other, Is.Not.EqualTo(first));
        Holds("RNG-2 samples that differ after another frame", first.Zip(second).Count(pair => pair.First != pair.Second), 0, 0);
    }

    private double[] Green(string camera, uint step, string stage) => [.. Pixels(camera, step, stage).Select(pixel => pixel.G)];

    private Rgb[] Pixels(string camera, uint step, string stage)
    {
        SensorChain chain = SensorBench.Raw(SensorBench.Stage("camera.noise") with { Name = stage });
        return Run(chain, SensorBench.Frame(Side, Side, camera: camera, step: step), (_, _) => Nit).Pixels.ToArray();
    }
}
