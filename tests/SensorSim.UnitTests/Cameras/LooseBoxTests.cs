using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Datasets.Labels;
using SensorSim.Geometry;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Cameras;

/// <summary>Boxes through lenses hold all that is seen of an object, at poles, seams and edges of sight too.</summary>
public sealed class LooseBoxTests
{
    private static readonly PluginCatalog Catalog = SensorBench.Catalog;
    private static readonly CameraIntrinsics Panorama = new(256, 128, 256 / Math.Tau, 256 / Math.Tau, 127.5, 63.5) { Projection = Lens("lens.equirectangular") };
    private static readonly CameraIntrinsics Fisheye = new(160, 160, 40, 40, 79.5, 79.5) { Projection = Lens("lens.kannala-brandt", ("max_angle_deg", 110)) };
    private static readonly CameraIntrinsics WholeFisheye = new(160, 160, 80 / Math.PI, 80 / Math.PI, 79.5, 79.5) { Projection = Lens("lens.kannala-brandt") };
    private static readonly CameraIntrinsics Barrel = new(160, 120, 90, 90, 79.5, 59.5) { Projection = Lens("lens.brown-conrady", ("k1", -0.3)) };

    [Test]
    public void AFloorBelowAPanorama_IsAsWideAsTheImage_DownToItsEnd()
    {
        double[] box = LooseBox.Of(new(new(-3, 1, -3), new(3, 1.1, 3)), Matrix4x4d.Identity, Panorama)!;
        Assert.That(box[0], Is.EqualTo(-0.5).Within(1e-3));
        Assert.That(box[2], Is.EqualTo(256).Within(1e-3));
        Assert.That(box[1] + box[3], Is.EqualTo(127.5).Within(1e-3));
        Assert.That(box[1], Is.EqualTo(63.5 + (256 / Math.Tau * Math.Atan2(1, 3 * Math.Sqrt(2)))).Within(1e-3));
    }

    [Test]
    public void ABoxThatTheSeamCuts_IsAsWideAsTheImage()
    {
        double[] box = LooseBox.Of(new(new(-0.5, -0.2, -3), new(0.7, 0.2, -2)), Matrix4x4d.Identity, Panorama)!;
        Assert.That((box[0], box[2]), Is.EqualTo((-0.5, 256.0)).Using<(double X, double Width)>((a, b) => Math.Abs(a.X - b.X) + Math.Abs(a.Width - b.Width) < 1e-3));
    }

    [Test]
    public void ABoxOppositeAFisheyesAxis_IsSeenAllAround()
    {
        double[] box = LooseBox.Of(new(new(-0.1, -0.1, -3), new(0.1, 0.1, -2)), Matrix4x4d.Identity, WholeFisheye)!;
        Assert.That(box, Is.EqualTo(new[] { -0.5, -0.5, 160, 160 }).Within(0.2));
    }

    [Test]
    public void ABoxAroundTheCamera_IsTheImage() =>
        Assert.That(LooseBox.Of(new(new(-1, -1, -1), new(1, 1, 1)), Matrix4x4d.Identity, Fisheye), Is.EqualTo(new[] { -0.5, -0.5, 160, 160 }));

    [Test]
    public void WhatIsSeenOfABox_LiesInIt([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        foreach (CameraIntrinsics camera in (CameraIntrinsics[])[Panorama, Fisheye, WholeFisheye, Barrel])
        {
            var bounds = new LocalBounds(-1 * Point(random, 0.1, 3), Point(random, 0.1, 3));
            Matrix4x4d pose = Matrix4x4d.FromTrs(Point(random, -3, 3), Quaterniond.FromAxisAngle(Point(random, 0.1, 1).Normalized(), random.NextDouble() * 3), new(1, 1, 1));
            double[] box = LooseBox.Of(bounds, pose, camera) ?? [1e9, 1e9, 0, 0];
            for (int i = 0; i < 3000; i++)
            {
                Vector3d share = Point(random, 0, 1), size = bounds.Max - bounds.Min;
                Vector3d point = pose.TransformPoint(bounds.Min + new Vector3d(share.X * size.X, share.Y * size.Y, share.Z * size.Z));
                if (camera.Project(point) is not { } place || place.X < -0.5 || place.Y < -0.5 || place.X > camera.Width - 0.5 || place.Y > camera.Height - 0.5)
                    continue;
                double outside = Math.Max(Math.Max(box[0] - place.X, place.X - box[0] - box[2]), Math.Max(box[1] - place.Y, place.Y - box[1] - box[3]));
                Assert.That(outside, Is.LessThan(0.6), $"{camera.Projection.Model}, pixels");
            }
        }
    }

    private static Vector3d Point(Random random, double min, double max) =>
        new(min + (random.NextDouble() * (max - min)), min + (random.NextDouble() * (max - min)), min + (random.NextDouble() * (max - min)));

    private static LensProjection Lens(string id, params (string Name, double Value)[] coefficients)
    {
        InstalledPlugin plugin = Catalog.Require(id);
        ParameterBinding binding = plugin.Schema.Bind(coefficients.ToDictionary(c => c.Name, c => (JsonNode?)JsonValue.Create(c.Value), StringComparer.Ordinal));
        return new LensProjection(id, (Lens)plugin.Instance, binding.Parameters!);
    }
}
