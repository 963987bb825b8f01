using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Many frames and views at once.</summary>
public sealed class FrameRendererTests : RenderingFixture
{
    [Test]
    public void FramesInFlight_KeepTheirOwnResults()
    {
        SceneInstance scene = new SceneBuilder().Add(Shapes.Cube(), At(0, 0, -5)).Build();
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings);
        var pending = new Queue<(double Depth, FrameTicket Ticket)>();
        for (int i = 0; i < 12; i++)
        {
            double back = 0.1 * i;
            pending.Enqueue((4.5 + back, renderer.Submit(new(scene, [new(Camera(33, 33, 40, new(0, 0, back)), new RadianceReadback())]))));
            if (pending.Count == 3)
            {
                Check(pending.Dequeue());
            }
        }

        while (pending.TryDequeue(out (double Depth, FrameTicket Ticket) rest))
        {
            Check(rest);
        }

        static void Check((double Depth, FrameTicket Ticket) frame)
        {
            using FrameOutput output = frame.Ticket.Wait();
            Assert.That(new RenderedView(output.Views[0]).DepthAt(16, 16), Is.EqualTo(frame.Depth).Within(1e-5 * frame.Depth));
        }
    }

    [Test]
    public void ViewsOfDifferentSizes_ShareAFrame()
    {
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(0.5f), At(0.2, 0, -2)).Add(Shapes.Quad(0.5f), At(0, 0, -1.5)).Build();
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings);
        using FrameOutput together = renderer.Submit(new(scene, [new(Camera(33, 31, 40), new RadianceReadback()), new(Camera(50, 20, 25), new RadianceReadback())])).Wait();
        foreach ((ViewOutput output, SensorSim.Cameras.CameraView camera) in together.Views.Zip([Camera(33, 31, 40), Camera(50, 20, 25)]))
        {
            RenderedView alone = Render(scene, camera), view = new(output);
            Assert.That(view.Depth, Is.EqualTo(alone.Depth));
            Assert.That(view.Instance, Is.EqualTo(alone.Instance));
            Assert.That(view.AllRadiance, Is.EqualTo(alone.AllRadiance));
            Assert.That(view.Coverage, Is.EqualTo(alone.Coverage));
        }
    }

    [Test]
    public void ViewsWithoutColour_HaveTheSameLabels()
    {
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(0.5f), At(0.2, 0, -2)).Add(Shapes.Quad(0.5f), At(0, 0, -1.5)).Build();
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings);
        using FrameOutput labels = renderer.Submit(new(scene, [new(Camera(33, 31, 40), null), new(Camera(50, 20, 25), null), new(Camera(33, 31, 40), null)])).Wait();
        foreach ((ViewOutput output, SensorSim.Cameras.CameraView camera) in labels.Views.Zip([Camera(33, 31, 40), Camera(50, 20, 25), Camera(33, 31, 40)]))
        {
            RenderedView alone = Render(scene, camera);
            Assert.That(output.Instance!.Value.Bytes.ToArray(), Is.EqualTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes<ushort>(alone.Instance).ToArray()));
            Assert.That(output.Coverage, Is.EqualTo(alone.Coverage));
        }
    }

    [Test]
    public void AutomaticExposure_TakesTheAverageToMiddleGrey()
    {
        var builder = new SceneBuilder();
        int unlit = builder.Add(Material.Default with { Unlit = true, BaseColor = new(0.5f, 0.5f, 0.5f, 1) });
        SceneInstance scene = builder.Add(Shapes.Quad(100, unlit), At(0, 0, -2)).Build();
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings);
        FrameRequest prepass = AutoExposure.Prepass(new(scene, [new(Camera(640, 480, 500), null)]));
        Assert.That(prepass.Views[0].Camera.Intrinsics.Width, Is.EqualTo(64));
        using FrameOutput output = renderer.Submit(prepass).Wait();
        Assert.That(AutoExposure.ScaleOf(output), Is.EqualTo(0.18 / 0.5).Within(1e-6));
    }

    [Test]
    public void EmptyScene_IsBlackAndBare()
    {
        SceneInstance scene = new SceneBuilder().Build();
        RenderedView view = Render(scene, Camera(16, 16, 16));
        Assert.That(view.Instance, Is.All.Zero);
        Assert.That(view.AllRadiance.Select(value => value.X + value.Y + value.Z), Is.All.Zero);
    }
}
