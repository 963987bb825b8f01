using SensorSim.Cameras;
using SensorSim.Randomness;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Flicker;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;
using SensorSim.Tests.Sensors;

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
            // A box of the way's width, under the pixel's own.
            Acceptance.Holds("MB-1 width of the ramp, px", Math.Sqrt((12 * LineSpread.Variance(spread)) - 1), way, Math.Max(0.1, 0.01 * way));
            Acceptance.Holds("MB-3 first zero of the MTF, cycles/px", LineSpread.FirstZero(spread, 1 / way), 1 / way, 0.01 / way);
        });
    }

    [Test]
    public void Motion_KeepsTheEnergy_AndAClosedShutterSeesNone()
    {
        RenderedView moving = Expose(Bar(1500), Global(0.01)), still = Expose(Bar(0), Global(0.01)), brief = Expose(Bar(1500), Global(0));
        double Energy(RenderedView view) => view.AllRadiance.Sum(value => (double)value.X);
        Assert.Multiple(() =>
        {
            Acceptance.Holds("MB-2 energy of what moves over that of what stands", Energy(moving) / Energy(still), 1, 1e-3);
            Acceptance.Exceeds("MB-4 mean difference that an open shutter makes", Difference(moving, still), 0.05);
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

    [Test]
    public void AStop_IsObeyedBetweenSlices_AndTheNextFrameIsWhole()
    {
        SceneInstance scene = Edge(2000);
        CameraView camera = Camera(Width, Height, Focal);
        var exposure = new SlicedExposure(scene, new(_ => camera, Global(0.01), null));
        using var stop = new CancellationTokenSource();
        int submitted = 0;
        ExposureSlice[] slices = [.. SlicedExposure.Together([exposure], FlickerLayers.Of([null]), new(RandomKey.ForFrames(7, 0, "camera"), 0, 0, 1))];
        IEnumerable<ExposureSlice> Stopping()
        {
            foreach (ExposureSlice slice in slices)
            {
                if (++submitted == 5)
                {
                    stop.Cancel();
                }

                yield return slice;
            }
        }

        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings with { Msaa = 4 });
        FrameRequest request = new(scene, [new(camera, new RadianceReadback()) { IsSliced = true }]) { Slices = Stopping() };
        Assert.That(() => renderer.Submit(request, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((submitted, slices.Length), Is.EqualTo((5, 65)), "slices");
        using FrameOutput output = renderer.Submit(request with { Slices = slices }).Wait();
        Assert.That(Difference(new(output.Views[0]), Expose(scene, Global(0.01))), Is.Zero);
    }

    private static SlicedExposure SlicesOf(SceneInstance scene, Exposure exposure, ThinLens? lens) =>
        new(scene, new(_ => Camera(Width, Height, Focal), exposure, lens));
}
