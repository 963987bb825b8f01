using SensorSim.Rendering.Exposures;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>MB-1 to MB-4, and how many slices an exposure takes.</summary>
public sealed class MotionBlurTests : ExposureFixture
{
    [TestCase(8.0)]
    [TestCase(21.5)]
    public void MovingEdge_IsALinearRampAsWideAsItsWay(double way)
    {
        double[] spread = LineSpread.Of(Expose(Edge(way / 0.01), Global(0.01)));
        Assert.Multiple(() =>
        {
            // MB-1: a box of the way's width, under the pixel's own.
            Assert.That(Math.Sqrt((12 * LineSpread.Variance(spread)) - 1), Is.EqualTo(way).Within(Math.Max(0.1, 0.01 * way)), "width");

            // MB-3: the box's first zero.
            Assert.That(LineSpread.FirstZero(spread, 1 / way), Is.EqualTo(1 / way).Within(0.01 / way), "first zero");
        });
    }

    [Test]
    public void Motion_KeepsTheEnergy_AndAClosedShutterSeesNone()
    {
        RenderedView moving = Expose(Bar(1500), Global(0.01)), still = Expose(Bar(0), Global(0.01)), brief = Expose(Bar(1500), Global(0));
        double Energy(RenderedView view) => view.AllRadiance.Sum(value => (double)value.X);
        Assert.Multiple(() =>
        {
            Assert.That(Energy(moving), Is.EqualTo(Energy(still)).Within(1e-3 * Energy(still)), "MB-2");
            Assert.That(Difference(moving, still), Is.GreaterThan(0.05), "MB-4: an open shutter sees motion");
            Assert.That(Difference(brief, still), Is.LessThan(0.01), "a shutter without duration sees none");
        });
    }

    [Test]
    public void NothingThatMoves_NeedsNoSlices()
    {
        Assert.That(SlicesOf(Edge(0), Global(0.01), null).Count, Is.Zero);
        Assert.That(SlicesOf(Edge(400), Global(0.01), null).Count, Is.EqualTo(32), "eight for each pixel of a short way");
        Assert.That(SlicesOf(Edge(6000), Global(0.01), null).Count, Is.EqualTo(120), "two for each pixel of a long one");
    }

    private static SlicedExposure SlicesOf(SceneInstance scene, Exposure exposure, ThinLens? lens) =>
        new(scene, new(_ => Camera(Width, Height, Focal), exposure, lens));
}
