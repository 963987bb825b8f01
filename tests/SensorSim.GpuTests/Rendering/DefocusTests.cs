using SensorSim.Rendering.Exposures;
using SensorSim.Scenes.Model;

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
            Assert.That(Math.Sqrt(LineSpread.Variance(spread) - (1 / 12.0)), Is.EqualTo(disc / 4).Within(0.02 * disc / 4), "DOF-1: second moment");
            Assert.That(LineSpread.FirstZero(spread, 1.2197 / disc), Is.EqualTo(1.2197 / disc).Within(0.02 * 1.2197 / disc), "DOF-1: first zero");
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
            Assert.That(Energy(blurred), Is.EqualTo(Energy(sharp)).Within(2e-3 * Energy(sharp)), "DOF-2");
            Assert.That(Enumerable.Range(0, Width * Height).Max(i => Math.Abs(sharp.AllRadiance[i].X - pinhole.AllRadiance[i].X)), Is.LessThan(0.3), "DOF-3: only edges differ");
            Assert.That(Difference(sharp, pinhole), Is.LessThan(0.005), "DOF-3");
        });
    }

    private static SceneInstance Square() => Bar(0);
}
