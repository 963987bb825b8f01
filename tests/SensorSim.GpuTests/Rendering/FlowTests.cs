using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Flow carries points to where they are, there and back, and knows which of them are hidden there.</summary>
public sealed class FlowTests : RenderingFixture
{
    private const LabelKinds Flow = LabelKinds.ForwardFlow | LabelKinds.ForwardSceneFlow | LabelKinds.BackwardFlow | LabelKinds.BackwardSceneFlow;
    private const int Width = 160;
    private const int Height = 120;

    private static readonly RenderSettings Wanted = Settings with { Labels = LabelKinds.Default | LabelKinds.Position | Flow };

    private static readonly CameraView First = Camera(Width, Height, 120, new(0, 0, 1));
    private static readonly CameraView Second = new(
        "camera", First.Intrinsics, Matrix4x4d.FromTrs(new(0.1, 0.02, 0.9), Quaterniond.FromAxisAngle(Vector3d.UnitY, 0.03), new(1, 1, 1)) * Matrix4x4d.FromAxes(Vector3d.UnitX, -Vector3d.UnitY, -Vector3d.UnitZ, Vector3d.Zero));

    [Test]
    public void Warping_ByForwardFlow_FindsTheSamePlace()
    {
        (Image before, Image after) = RenderBoth();
        int seen = 0, wrong = 0;
        for (int i = 0; i < Width * Height; i++)
        {
            if (before.Flow[(3 * i) + 2] != 1 || after.PositionAt(Target(before, i), before.Ids[i]) is not { } there)
            {
                continue;
            }

            // Where this point of a moving thing is then: its place moved by the scene flow, along the camera's axes.
            Vector3d here = At(before.Position, i), moved = here + First.CameraToWorld.TransformDirection(At(before.SceneFlow, i));
            seen++;
            wrong += (there - moved).Length > 1e-3 * 4 ? 1 : 0;
        }

        Assert.That(seen, Is.GreaterThan(8000));
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void ForwardThenBackward_ReturnsToThePixel()
    {
        (Image before, Image after) = RenderBoth();
        var errors = new List<double>();
        for (int i = 0; i < Width * Height; i++)
        {
            if (before.Flow[(3 * i) + 2] != 1)
            {
                continue;
            }

            (double x, double y) = Target(before, i);
            if (after.Interpolated(after.BackFlow, x, y) is { } back)
            {
                errors.Add(Math.Sqrt(Math.Pow(x + back.X - (i % Width), 2) + Math.Pow(y + back.Y - (i / Width), 2)));
            }
        }

        Assert.That(errors, Has.Count.GreaterThan(8000));
        Assert.That(errors.Count(error => error > 0.05), Is.LessThan(0.002 * errors.Count));
    }

    [Test]
    public void HiddenPoints_AreThoseThatARayDoesNotReach()
    {
        (Image before, _) = RenderBoth();
        SceneInstance later = Scene(1);
        int compared = 0, different = 0;
        for (int i = 0; i < Width * Height; i++)
        {
            if (before.Flow[(3 * i) + 2] == 0)
            {
                continue;
            }

            Vector3d moved = At(before.Position, i) + First.CameraToWorld.TransformDirection(At(before.SceneFlow, i));
            (double x, double y) = Target(before, i);
            bool isOutside = x < -0.5 || y < -0.5 || x >= Width - 0.5 || y >= Height - 0.5;
            bool isHidden = isOutside || IsBlocked(later, Second.CameraToWorld.Translation, moved);
            compared++;
            different += isHidden == (before.Flow[(3 * i) + 2] == 2) ? 0 : 1;
        }

        Assert.That(compared, Is.GreaterThan(10000));
        Assert.That(different, Is.LessThan(0.003 * compared), "a blocker narrower than a pixel may be missed");
    }

    [Test]
    public void StillScene_HasNoFlow_AndNoOtherInstantLeavesNone()
    {
        using var renderer = new FrameRenderer(Device, Shaders, Scene(0).Twin, Wanted);
        using FrameOutput still = renderer.Submit(new(Scene(0), [new(First, null)]) { After = new(Scene(0), [First]) }).Wait();
        float[] flow = Floats(still, LabelKinds.ForwardFlow);
        Assert.That(flow.Where((_, i) => i % 3 < 2).Max(Math.Abs), Is.LessThan(1e-3));
        Assert.That(flow.Where((_, i) => i % 3 == 2), Has.All.AnyOf(0, 1));
        Assert.That(still.Views[0].Surfaces.Keys, Has.None.EqualTo(LabelKinds.BackwardFlow));
    }

    private static (Image Before, Image After) RenderBoth()
    {
        SceneInstance first = Scene(0), second = Scene(1);
        using var renderer = new FrameRenderer(Device, Shaders, first.Twin, Wanted);
        using FrameOutput before = renderer.Submit(new(first, [new(First, null)]) { After = new(second, [Second]) }).Wait();
        using FrameOutput after = renderer.Submit(new(second, [new(Second, null)]) { Before = new(first, [First]) }).Wait();
        return (new(before), new(after));
    }

    // A wall, a turning cube before it and a sliding one.
    private static SceneInstance Scene(double time)
    {
        var builder = new SceneBuilder();
        builder.Add(Shapes.Quad(6), At(0, 0, -3));
        builder.Add(Shapes.Cube(0.8f), At(0, 0, 0)).Add(Shapes.Cube(0.5f), At(0, 0, 0));
        SceneInstance scene = builder.Build();
        return scene with
        {
            NodeToWorld = [scene.NodeToWorld[0], Turned(Vector3d.UnitY, 20 + (8 * time), new(-0.5, 0, -1.5)), At(0.6 - (0.15 * time), 0.1, -1)],
        };
    }

    private static bool IsBlocked(SceneInstance scene, Vector3d eye, Vector3d point)
    {
        foreach ((Node node, int index) in scene.Twin.Nodes.Select((node, index) => (node, index)))
        {
            Primitive p = scene.Twin.Meshes[node.Mesh!.Value].Primitives[0];
            Vector3d[] corners = [.. p.Positions.Select(v => scene.NodeToWorld[index].TransformPoint(new(v.X, v.Y, v.Z)))];
            for (int i = 0; i < p.Indices.Length; i += 3)
            {
                if (Blocks(corners[p.Indices[i]], corners[p.Indices[i + 1]], corners[p.Indices[i + 2]], eye, point))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Surfaces seen from behind do not show and hide nothing.
    private static bool Blocks(Vector3d a, Vector3d b, Vector3d c, Vector3d eye, Vector3d point)
    {
        Vector3d ray = point - eye, e1 = b - a, e2 = c - a, normal = Vector3d.Cross(e1, e2), from = eye - a;
        double slope = Vector3d.Dot(normal, ray);
        if (slope >= 0)
        {
            return false;
        }

        double t = -Vector3d.Dot(normal, from) / slope;
        Vector3d q = Vector3d.Cross(ray, from);
        double u = Vector3d.Dot(e2, q) / slope, v = -Vector3d.Dot(e1, q) / slope;
        return t > 0 && t < 1 - 1e-3 && u >= 0 && v >= 0 && u + v <= 1;
    }

    private static (double X, double Y) Target(Image image, int pixel) =>
        ((pixel % Width) + image.Flow[3 * pixel], (pixel / Width) + image.Flow[(3 * pixel) + 1]);

    private static Vector3d At(float[] plane, int pixel) => new(plane[3 * pixel], plane[(3 * pixel) + 1], plane[(3 * pixel) + 2]);

    private static float[] Floats(FrameOutput output, LabelKinds kind) =>
        output.Views[0].Surfaces.TryGetValue(kind, out SensorSim.Signals.PixelPlane plane) ? MemoryMarshal.Cast<byte, float>(plane.Bytes.Span).ToArray() : [];

    private sealed class Image(FrameOutput output)
    {
        private readonly ushort[] _ids = MemoryMarshal.Cast<byte, ushort>(output.Views[0].Instance!.Value.Bytes.Span).ToArray();
        private readonly ushort[] _normals = MemoryMarshal.Cast<byte, ushort>(output.Views[0].Normal!.Value.Bytes.Span).ToArray();

        private readonly float[] _nearness = NearnessOf(Floats(output, LabelKinds.Position));

        public float[] Position { get; } = Floats(output, LabelKinds.Position);

        public float[] Flow { get; } = Floats(output, LabelKinds.ForwardFlow);

        public float[] BackFlow { get; } = Floats(output, LabelKinds.BackwardFlow);

        public float[] SceneFlow { get; } = Floats(output, LabelKinds.ForwardSceneFlow);

        public ushort[] Ids => _ids;

        // Of one object: beside an edge a point may show between pixels that all show something else. On a plane, one over depth is linear in
        // the image.
        public Vector3d? PositionAt((double X, double Y) place, ushort id)
        {
            if (_ids[Math.Clamp((int)place.X + (Width * (int)place.Y), 0, _ids.Length - 1)] != id)
            {
                return null;
            }

            var k = Second.Intrinsics;
            return Interpolated(_nearness, place.X, place.Y) is { } nearness
                ? Second.CameraToWorld.TransformPoint(1 / nearness.X * new Vector3d((place.X - k.Cx) / k.Fx, (place.Y - k.Cy) / k.Fy, 1))
                : null;
        }

        private static float[] NearnessOf(float[] position)
        {
            Matrix4x4d toCamera = Second.CameraToWorld.InverseAffine();
            return [.. Enumerable.Range(0, position.Length).Select(i => (float)(1 / toCamera.TransformPoint(At(position, i / 3)).Z))];
        }

        // Between four pixels of one plane surface; null elsewhere.
        public Vector3d? Interpolated(float[] plane, double x, double y)
        {
            int x0 = (int)Math.Floor(x), y0 = (int)Math.Floor(y);
            if (x0 < 0 || y0 < 0 || x0 + 1 >= Width || y0 + 1 >= Height)
            {
                return null;
            }

            int i = (y0 * Width) + x0;
            int[] corners = [i, i + 1, i + Width, i + Width + 1];
            if (corners.Any(c => _ids[c] != _ids[i] || Enumerable.Range(0, 3).Any(k => Math.Abs(_normals[(3 * c) + k] - _normals[(3 * i) + k]) > 4)))
            {
                return null;
            }

            (double u, double v) = (x - x0, y - y0);
            return ((1 - u) * (1 - v) * At(plane, corners[0])) + (u * (1 - v) * At(plane, corners[1])) + ((1 - u) * v * At(plane, corners[2])) + (u * v * At(plane, corners[3]));
        }
    }
}
