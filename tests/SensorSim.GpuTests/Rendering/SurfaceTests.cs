using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Surface outputs agree with the geometry that made them.</summary>
public sealed class SurfaceTests : RenderingFixture
{
    private const LabelKinds Surfaces = LabelKinds.Range | LabelKinds.Position | LabelKinds.GeometricNormal | LabelKinds.Part | LabelKinds.Material
        | LabelKinds.ObjectCoordinates | LabelKinds.TexCoord;

    private static readonly RenderSettings Wanted = Settings with { Labels = LabelKinds.Default | Surfaces };

    [Test]
    public void TiltedSquare_HasItsPlacesDistancesAndCoordinates()
    {
        var builder = new SceneBuilder();
        builder.Add(Material.Default);
        int second = builder.Add(Material.Default);
        Matrix4x4d pose = Matrix4x4d.FromTrs(new(0.2, -0.1, -3), Quaterniond.FromAxisAngle(new(0, 1, 0), 0.5), new(2, 2, 2));
        builder.Add(Shapes.Quad(1, second), pose);
        CameraView camera = Camera(120, 90, 100, new(0.3, 0.4, 0.5));
        Planes planes = RenderSurfaces(builder.Build(), camera);
        Vector3d normal = pose.TransformDirection(Vector3d.UnitZ).Normalized();
        int seen = 0;
        for (int i = 0; i < planes.Instance.Length; i++)
        {
            if (planes.Instance[i] == 0)
            {
                Assert.That(planes.All.SelectMany(plane => plane.Value.Skip(i * plane.Value.Length / planes.Instance.Length).Take(1)), Is.All.Zero, "background");
                continue;
            }

            // The ray through the pixel's centre meets the square's plane.
            var ray = new Vector3d(((i % 120) - 59.5) / 100, ((i / 120) - 44.5) / 100, 1);
            Vector3d direction = camera.CameraToWorld.TransformDirection(ray);
            double t = Vector3d.Dot(pose.Translation - camera.CameraToWorld.Translation, normal) / Vector3d.Dot(direction, normal);
            Vector3d place = camera.CameraToWorld.Translation + (t * direction), local = pose.InverseAffine().TransformPoint(place);
            Assert.That(planes.All[LabelKinds.Range][i], Is.EqualTo(t * ray.Length).Within(1e-5), "range");
            Assert.That((planes.At(LabelKinds.Position, i) - place).Length, Is.LessThan(1e-5), "position");
            Assert.That((planes.At(LabelKinds.GeometricNormal, i) - camera.CameraToWorld.InverseAffine().TransformDirection(normal)).Length, Is.LessThan(1e-5), "normal");
            Assert.That(planes.All[LabelKinds.TexCoord][2 * i], Is.EqualTo(local.X + 0.5).Within(1e-5), "u");
            Assert.That(planes.All[LabelKinds.TexCoord][(2 * i) + 1], Is.EqualTo(0.5 - local.Y).Within(1e-5), "v");
            Assert.That((planes.At(LabelKinds.ObjectCoordinates, i) - new Vector3d((local.X / Math.Sqrt(2)) + 0.5, (local.Y / Math.Sqrt(2)) + 0.5, 0.5)).Length, Is.LessThan(1e-5), "object coordinates");
            Assert.That(planes.All[LabelKinds.Material][i], Is.EqualTo(2), "material");
            seen++;
        }

        Assert.That(seen, Is.GreaterThan(2000));
    }

    [Test]
    public void Parts_AreThePrimitivesOfTheMesh()
    {
        var builder = new SceneBuilder();
        Primitive Shifted(float x) => Shapes.Quad(0.4f) with { Positions = [.. Shapes.Quad(0.4f).Positions.Select(p => p + new Vector3(x, 0, 0))] };
        builder.Add(builder.AddMesh(Shifted(-0.5f), Shifted(0.5f)), At(0, 0, -2)).Add(Shapes.Quad(0.4f), At(0, 0, -2));
        Planes planes = RenderSurfaces(builder.Build(), Camera(120, 60, 60));
        double[] At60(int x) => [planes.Instance[(30 * 120) + x], planes.All[LabelKinds.Part][(30 * 120) + x], planes.All[LabelKinds.Material][(30 * 120) + x]];
        Assert.Multiple(() =>
        {
            Assert.That(At60(45), Is.EqualTo(new[] { 1.0, 1, 1 }));
            Assert.That(At60(75), Is.EqualTo(new[] { 1.0, 2, 1 }));
            Assert.That(At60(60), Is.EqualTo(new[] { 2.0, 1, 1 }));
        });
    }

    [Test]
    public void NothingAskedFor_NothingThere()
    {
        using var renderer = new FrameRenderer(Device, Shaders, new SceneBuilder().Add(Shapes.Quad(), At(0, 0, -2)).Build().Twin, Settings);
        using FrameOutput output = renderer.Submit(new(new SceneBuilder().Add(Shapes.Quad(), At(0, 0, -2)).Build(), [new(Camera(32, 32, 20), null)])).Wait();
        Assert.That(output.Views[0].Surfaces, Is.Empty);
    }

    [Test]
    public void NotReadBack_NothingComesToTheHost()
    {
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(), At(0, 0, -2)).Build();
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Wanted with { ReadsBack = false });
        using FrameOutput output = renderer.Submit(new(scene, [new(Camera(32, 32, 20), null)])).Wait();
        ViewOutput view = output.Views[0];
        Assert.That((view.Depth, view.Instance, view.Surfaces.Count, view.Coverage.Count), Is.EqualTo(((Signals.PixelPlane?)null, (Signals.PixelPlane?)null, 0, 0)));
    }

    private static Planes RenderSurfaces(SceneInstance instance, CameraView camera)
    {
        using var renderer = new FrameRenderer(Device, Shaders, instance.Twin, Wanted);
        using FrameOutput output = renderer.Submit(new(instance, [new(camera, null)])).Wait();
        ViewOutput view = output.Views[0];
        return new(
            MemoryMarshal.Cast<byte, ushort>(view.Instance!.Value.Bytes.Span).ToArray(),
            view.Surfaces.ToDictionary(plane => plane.Key, plane => MemoryMarshal.Cast<byte, float>(plane.Value.Bytes.Span).ToArray()));
    }

    private sealed record Planes(ushort[] Instance, Dictionary<LabelKinds, float[]> All)
    {
        public Vector3d At(LabelKinds kind, int pixel) => new(All[kind][3 * pixel], All[kind][(3 * pixel) + 1], All[kind][(3 * pixel) + 2]);
    }
}
