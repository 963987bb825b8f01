using SensorSim.Rendering.Exposures;
using SensorSim.Scenes.Model;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>DOF-1 to DOF-3: a thin lens, sampled over its aperture.</summary>
public sealed class DefocusTests : ExposureFixture
{
    [Test]
    public void Defocus_IsADiscOfTheThinLens()
    {
        // A = f / N with f = 16 mm: 8 mm; 100 pixels of focal length. Sharp at 1 m, seen at 2 m.
        var lens = new ThinLens(0.24, 1);
        double disc = lens.BlurPixels(Depth, Camera(Width, Height, Focal).Intrinsics);
        double[] spread = LineSpread.Of(Expose(Edge(0), Global(0.01), lens));
        Assert.Multiple(() =>
        {
            Assert.That(disc, Is.EqualTo(0.24 * 100 * 0.5).Within(1e-9), "the formula");
            Acceptance.Holds("DOF-1 second moment of an edge, px", Math.Sqrt(LineSpread.Variance(spread) - (1 / 12.0)), disc / 4, 0.02 * disc / 4);
            Acceptance.Holds("DOF-1 first zero of the MTF, cycles/px", LineSpread.FirstZero(spread, 1.2197 / disc), 1.2197 / disc, 0.02 * 1.2197 / disc);
        });
    }

    [Test]
    public void Defocus_KeepsTheEnergy_AndLeavesTheFocusPlaneSharp()
    {
        double Energy(RenderedView view) => view.AllRadiance.Sum(value => (double)value.X);
        RenderedView sharp = Expose(Square(), Global(0.01), new ThinLens(0.24, Depth)), blurred = Expose(Square(), Global(0.01), new ThinLens(0.24, 1));
        RenderedView pinhole = Render(Square(), Camera(Width, Height, Focal), Settings with { Msaa = 4 });
        Assert.Multiple(() =>
        {
            Acceptance.Holds("DOF-2 energy out of focus over in focus", Energy(blurred) / Energy(sharp), 1, 1e-4);
            Assert.That(Enumerable.Range(0, Width * Height).Max(i => Math.Abs(sharp.AllRadiance[i].X - pinhole.AllRadiance[i].X)), Is.LessThan(0.3), "DOF-3: only edges differ");
            Acceptance.StaysBelow("DOF-3 mean difference of the plane of focus from a pinhole's picture", Difference(sharp, pinhole), 0.005);
        });
    }

    private static SceneInstance Square() => Bar(0);
}
