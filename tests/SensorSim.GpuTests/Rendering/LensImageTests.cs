using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Hosting.Characterization;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>A lens's image is made from pinhole images without a seam: edges stay sharp, light goes all around, and nothing is seen beyond the lens.</summary>
public sealed class LensImageTests : RenderingFixture
{
    private static readonly RenderSettings Smooth = Settings with { Msaa = 4 };

    [TestCase("lens.kannala-brandt", "k1", 0.01)]
    [TestCase("lens.brown-conrady", "k1", -0.1)]
    [TestCase("lens.equirectangular", null, 0)]
    public void SlantedEdge_LosesAtMostFivePercentOfItsSharpness(string lens, string? coefficient, double value)
    {
        const int Width = 64, Height = 80;
        CameraIntrinsics k = new(Width, Height, 1500, 1500, (Width - 1) / 2.0, (Height - 1) / 2.0);
        CameraView camera = Lenses.Looking(Lenses.With(k, lens, coefficient is null ? [] : [(coefficient, value)]));
        var builder = new SceneBuilder();
        int white = builder.Add(Glowing(Vector3.One));

        // A square of which one side lies on the edge.
        ImagePoint foot = new(31.7, 39.3);
        (double sin, double cos) = Math.SinCos(5 * Math.PI / 180);
        Vector3d across = new(cos, sin, 0), along = new(-sin, cos, 0);
        double side = 1;
        Vector3d middle = new Vector3d((foot.X - k.Cx) / k.Fx, (foot.Y - k.Cy) / k.Fy, 1) + (side / 2 * across);
        builder.Add(Shapes.Quad((float)side, white), camera.CameraToWorld * Matrix4x4d.FromAxes(along, across, -Vector3d.UnitZ, middle));
        RenderedView view = Render(builder.Build(), camera, Smooth);
        double[] image = [.. Enumerable.Range(0, Width * Height).Select(i => (double)view.RadianceAt(i % Width, i / Width).X)];
        Assert.That(BenchEdge.Mtf50(image, Width) / ContrastCurve.OfPixel, Is.InRange(0.95, 1.1));
    }

    [Test]
    public void Panorama_SeesAllAround()
    {
        var builder = new SceneBuilder();
        int wall = builder.Add(Glowing(new(0.25f, 0.5f, 1)));
        builder.Add(Shapes.Sphere(wall, rings: 96), Matrix4x4d.FromTrs(Vector3d.Zero, Quaterniond.Identity, new(5, 5, 5)));
        CameraView camera = Lenses.Looking(Lenses.With(new(256, 128, 256 / Math.Tau, 256 / Math.Tau, 127.5, 63.5), "lens.equirectangular"));
        RenderedView view = Render(builder.Build(), camera, Smooth);
        Assert.Multiple(() =>
        {
            Assert.That(view.Instance, Is.All.EqualTo(1));
            Assert.That(view.Depth, Is.All.InRange(4.99, 5.001));
            Assert.That(view.AllRadiance.Select(value => value.Z), Is.All.EqualTo(1).Within(1e-5));
        });
    }

    [Test]
    public void LampsShine_OnAllFacesAsOnAPinholesImage()
    {
        // A sphere from within, lit from beside its middle.
        var builder = new SceneBuilder();
        int wall = builder.Add(Material.Default with { Metallic = 0, DoubleSided = true });
        builder.Add(Shapes.Sphere(wall, rings: 96), Matrix4x4d.FromTrs(Vector3d.Zero, Quaterniond.Identity, new(5, 5, 5)));
        builder.Add(new Light { Kind = LightKind.Point, Intensity = 100 }, At(2, 1, 0.5));
        SceneInstance scene = builder.Build();
        CameraView panorama = Lenses.Looking(Lenses.With(new(256, 128, 256 / Math.Tau, 256 / Math.Tau, 127.5, 63.5), "lens.equirectangular"));
        RenderedView around = Render(scene, panorama, Smooth);
        for (int i = 5; i < 256; i += 31)
        {
            int row = 20 + (i * 7 % 90);
            Vector3d direction = panorama.CameraToWorld.TransformDirection(panorama.Intrinsics.RayThrough(i, row)!.Value.Direction);
            var pinhole = new CameraView("pinhole", new(9, 9, 40, 40, 4, 4), CameraView.LookAt(Vector3d.Zero, direction));
            float expected = Render(scene, pinhole, Smooth).RadianceAt(4, 4).X;
            Assert.That(around.RadianceAt(i, row).X, Is.EqualTo(expected).Within(2).Percent, $"{i}, {row}");
        }
    }

    [Test]
    public void BeyondTheLens_NothingIsSeen()
    {
        SceneInstance instance = Room.Around(Lenses.Looking(new(200, 200, 30, 30, 99.5, 99.5))).Instance;
        CameraIntrinsics fisheye = Lenses.With(new(200, 200, 60, 60, 99.5, 99.5), "lens.kannala-brandt", ("max_angle_deg", 80));
        RenderedView view = Render(instance, Lenses.Looking(fisheye), Smooth);
        double edge = 60 * 80 * Math.PI / 180;
        for (int i = 0; i < view.Instance.Length; i++)
        {
            double radius = Math.Sqrt(Math.Pow((i % 200) - 99.5, 2) + Math.Pow((i / 200) - 99.5, 2));
            if (radius > edge)
            {
                Assert.That((view.Instance[i], view.Depth[i], view.RadianceAt(i % 200, i / 200)), Is.EqualTo(((ushort)0, 0f, Vector3.Zero)));
            }
        }

        Assert.That(view.InstanceAt(99, 99), Is.Not.Zero);
    }

    private static Material Glowing(Vector3 colour) => Material.Default with { Unlit = true, DoubleSided = true, BaseColor = new(colour, 1) };
}
