using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Randomness;
using SensorSim.Rendering;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Flicker;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Flow, coverage and defocus of cameras of every model.</summary>
public sealed class LensMotionTests : RenderingFixture
{
    private static readonly RenderSettings WithFlow = Settings with
    {
        Labels = LabelKinds.Default | LabelKinds.Position | LabelKinds.ForwardFlow | LabelKinds.ForwardSceneFlow,
    };

    [TestCaseSource(typeof(Lenses), nameof(Lenses.All))]
    public void Flow_LeadsWhereTheModelSeesTheMovedPoint(CameraView camera)
    {
        CameraView after = camera with
        {
            CameraToWorld = Matrix4x4d.FromTrs(new(0.1, -0.05, 0.08), Quaterniond.FromAxisAngle(new Vector3d(1, 3, 1).Normalized(), 0.06), new(1, 1, 1)) * camera.CameraToWorld,
        };
        Room room = Room.Around(camera);
        SceneInstance moved = room.Instance with
        {
            NodeToWorld = [.. room.Instance.NodeToWorld.Select((pose, i) => i == 1 ? At(0.05, 0.1, 0) * pose : pose)],
        };
        using var renderer = new FrameRenderer(Device, Shaders, room.Instance.Twin, WithFlow);
        using FrameOutput output = renderer.Submit(new(room.Instance, [new(camera, null)]) { After = new(moved, [after]) }).Wait();
        float[] flow = Floats(output, LabelKinds.ForwardFlow), sceneFlow = Floats(output, LabelKinds.ForwardSceneFlow), position = Floats(output, LabelKinds.Position);
        ushort[] ids = MemoryMarshal.Cast<byte, ushort>(output.Views[0].Instance!.Value.Bytes.Span).ToArray();
        int seen = 0, strayed = 0, misjudged = 0, width = camera.Intrinsics.Width;
        Matrix4x4d toAfter = after.CameraToWorld.InverseAffine();
        for (int i = 0; i < ids.Length; i += 7)
        {
            if (ids[i] == 0)
            {
                continue;
            }

            Vector3d here = Vector(position, i), there = here + (ids[i] == 2 ? new Vector3d(0.05, 0.1, 0) : Vector3d.Zero);
            Assert.That((camera.CameraToWorld.TransformDirection(Vector(sceneFlow, i)) - (there - here)).Length, Is.LessThan(2e-4));
            if (camera.Intrinsics.Project(toAfter.TransformPoint(there)) is not { } expected || IsNearPole(camera.Intrinsics, expected))
            {
                continue;
            }

            seen++;
            double ahead = expected.X - (i % width), period = camera.Intrinsics.Fx * (camera.Intrinsics.Projection.HorizontalPeriod ?? 0);
            ahead -= period > 0 ? period * Math.Round(ahead / period) : 0;
            double x = flow[3 * i] - ahead, y = (i / width) + flow[(3 * i) + 1] - expected.Y;
            strayed += Math.Max(Math.Abs(x), Math.Abs(y)) > 0.02 ? 1 : 0;
            bool isOutside = expected.X < -0.6 || expected.Y < -0.6 || expected.X > width - 0.4 || expected.Y > camera.Intrinsics.Height - 0.4;
            misjudged += isOutside && flow[(3 * i) + 2] != 2 ? 1 : 0;
        }

        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.GreaterThan(ids.Length / 7 / 2));
            Assert.That(strayed, Is.Zero, "pixels that lead elsewhere");
            Assert.That(misjudged, Is.Zero, "points outside that are said to be seen");
        });
    }

    public static IEnumerable<TestCaseData> WideLenses() =>
    [
        .. Lenses.All(),
        Lenses.Case("fisheye of 360 degrees", Lenses.With(new(160, 160, 80 / Math.PI, 80 / Math.PI, 79.5, 79.5), "lens.kannala-brandt")),
        Lenses.Case("large fisheye of 360 degrees", Lenses.With(new(700, 700, 350 / Math.PI, 350 / Math.PI, 349.5, 349.5), "lens.kannala-brandt")),
        Lenses.Case("small panorama", Lenses.With(new(96, 48, 96 / Math.Tau, 96 / Math.Tau, 47.5, 23.5), "lens.equirectangular")),
    ];

    [TestCaseSource(nameof(WideLenses))]
    public void FlowOfAStillScene_IsNoneUpToTheSeam(CameraView camera)
    {
        Room room = Room.Around(camera);
        using var renderer = new FrameRenderer(Device, Shaders, room.Instance.Twin, WithFlow);
        using FrameOutput output = renderer.Submit(new(room.Instance, [new(camera, null)]) { After = new(room.Instance, [camera]) }).Wait();
        float[] flow = Floats(output, LabelKinds.ForwardFlow);
        ushort[] ids = MemoryMarshal.Cast<byte, ushort>(output.Views[0].Instance!.Value.Bytes.Span).ToArray();
        int[] pixels = [.. Enumerable.Range(0, ids.Length).Where(i => ids[i] != 0)], known = [.. pixels.Where(i => flow[(3 * i) + 2] != 0)];
        Assert.Multiple(() =>
        {
            Assert.That(known.Max(i => Math.Max(Math.Abs(flow[3 * i]), Math.Abs(flow[(3 * i) + 1]))), Is.LessThan(0.05), "pixels: opposite the axis single precision tells no more");
            Assert.That(known, Has.Length.GreaterThan(0.99 * pixels.Length));
            Assert.That(known.Count(i => flow[(3 * i) + 2] == 2), Is.LessThan(0.002 * pixels.Length), "points that are said to be hidden or outside");
        });
    }

    [TestCaseSource(typeof(Lenses), nameof(Lenses.All))]
    public void Coverage_IsWhatExactRaysMeetAlone(CameraView camera)
    {
        Room room = Room.Around(camera);
        RenderedView view = Render(room.Instance, camera, Settings);
        CameraIntrinsics k = camera.Intrinsics;
        var inside = new int[room.Count];
        var outside = new int[room.Count];
        for (int y = -k.Height; y < 2 * k.Height; y += 2)
        {
            for (int x = -k.Width; x < 2 * k.Width; x += 2)
            {
                bool isInside = x >= 0 && y >= 0 && x < k.Width && y < k.Height;
                foreach (int box in room.MetBy(camera, x + 0.5, y + 0.5))
                {
                    (isInside ? inside : outside)[box] += 4;
                }
            }
        }

        Assert.Multiple(() =>
        {
            for (int box = 1; box < room.Count; box++)
            {
                // The reference itself counts every second pixel: what an edge cuts is uncertain.
                double uncertain = 8 * Math.Sqrt(inside[box] + outside[box]) * 0.25;
                int visible = view.VisiblePixels(box + 1);
                Assert.That(view.Coverage[box].InsidePixels ?? visible, Is.EqualTo(inside[box]).Within((0.01 * inside[box]) + uncertain), $"inside, box {box}");
                Assert.That(view.Coverage[box].OutsidePixels, Is.EqualTo(outside[box]).Within((0.03 * outside[box]) + (2 * uncertain)), $"outside, box {box}");
            }

            Assert.That(inside.Skip(1).Sum(), Is.GreaterThan(3000));
        });
    }

    [Test]
    public void Defocus_ThroughALens_IsThatOfThePinholeWhereTheLensIsStraight()
    {
        // Near the axis a fisheye of the same focal length is a pinhole: disc of 18.85 pixels, as Dof1 has it.
        CameraIntrinsics k = new(64, 64, 4637.7, 4637.7, 31.5, 31.5), fisheye = Lenses.With(k, "lens.kannala-brandt");
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Unlit = true, DoubleSided = true });
        builder.Add(Shapes.Quad(0.002f, white), At(0, 0, -2));
        SceneInstance scene = builder.Build();
        double[] pinhole = SpreadOf(scene, Lenses.Looking(k)), lens = SpreadOf(scene, Lenses.Looking(fisheye));
        Assert.That(lens, Is.EqualTo(pinhole).Within(1.5).Percent);
        Assert.That(lens[1], Is.EqualTo(Math.Sqrt(Math.Pow(18.84 / 4, 2) + (Math.Pow(4637.7 * 0.001, 2) / 12))).Within(2).Percent, "of a disc and the square, pixels");
    }

    // Energy, standard deviation along x and y.
    private static double[] SpreadOf(SceneInstance scene, CameraView camera)
    {
        var lens = new ThinLens(0.008, 1);
        var exposure = new SlicedExposure(scene, new(_ => camera, new(0, 0.01, 0, 1, 100), lens));
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings);
        FrameRequest request = new(scene, [new(camera, new RadianceReadback()) { IsSliced = true }])
        {
            Slices = SlicedExposure.Together([exposure], FlickerLayers.Of([]), new(RandomKey.ForDraw(1, 0, "slices"), 0, 0, 0)),
        };
        using FrameOutput output = renderer.Submit(request).Wait();
        var view = new RenderedView(output.Views[0]);
        double sum = 0, x = 0, y = 0, xx = 0, yy = 0;
        for (int i = 0; i < view.AllRadiance.Count; i++)
        {
            double value = view.AllRadiance[i].X;
            (int column, int row) = (i % view.Width, i / view.Width);
            (sum, x, y, xx, yy) = (sum + value, x + (value * column), y + (value * row), xx + (value * column * column), yy + (value * row * row));
        }

        return [sum, Math.Sqrt((xx / sum) - Math.Pow(x / sum, 2)), Math.Sqrt((yy / sum) - Math.Pow(y / sum, 2))];
    }

    // A panorama's columns run together at its poles.
    private static bool IsNearPole(CameraIntrinsics k, ImagePoint place) => k.Projection.Model == "equirectangular" && Math.Abs(place.Y - k.Cy) > 0.44 * k.Height;

    private static Vector3d Vector(float[] plane, int pixel) => new(plane[3 * pixel], plane[(3 * pixel) + 1], plane[(3 * pixel) + 2]);

    private static float[] Floats(FrameOutput output, LabelKinds kind) => MemoryMarshal.Cast<byte, float>(output.Views[0].Surfaces[kind].Bytes.Span).ToArray();
}
