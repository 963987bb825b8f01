using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Datasets.Labels;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Colour and labels follow the rays of the camera's model: DIST-3, DIST-4 and DIST-5.</summary>
public sealed class LensTests : RenderingFixture
{
    private static readonly RenderSettings Smooth = Settings with { Msaa = 4 };

    [TestCaseSource(typeof(Lenses), nameof(Lenses.All))]
    public void Dist3_DotsLieWhereTheModelPutsThem(CameraView camera)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Glowing(Vector3.One));
        int dot = builder.AddMesh(Shapes.Disc(white));
        var places = new List<ImagePoint>();
        CameraIntrinsics k = camera.Intrinsics;
        for (int row = 22; row < k.Height - 22; row += 43)
        {
            for (int column = 22; column < k.Width - 22; column += 43)
            {
                if (k.RayThrough(column + 0.3, row - 0.4) is not { } ray || HasSeam(k, column, row))
                {
                    continue;
                }

                // About twenty pixels wide, facing the ray.
                Vector3d centre = ray.Origin + (4 * ray.Direction.Normalized());
                CameraRay next = k.RayThrough(column + 1.3, row - 0.4)!.Value;
                double diameter = 20 * (next.Origin + (4 * next.Direction.Normalized()) - centre).Length;
                Matrix4x4d pose = Facing(centre, ray.Direction, diameter);
                builder.Add(dot, camera.CameraToWorld * pose);
                places.Add(CentroidOfCone(new(column + 0.3, row - 0.4), [.. Shapes.DiscRim.Select(p => k.Project(pose.TransformPoint(new(p.X, p.Y, 0)))!.Value)]));
            }
        }

        RenderedView view = Render(builder.Build(), camera, Smooth);
        double squares = 0;
        foreach (ImagePoint place in places)
        {
            ImagePoint centroid = CentroidAround(view, place);
            squares += Math.Pow(centroid.X - place.X, 2) + Math.Pow(centroid.Y - place.Y, 2);
        }

        Assert.Multiple(() =>
        {
            Assert.That(places, Has.Count.GreaterThan(30));
            Acceptance.Holds("DIST-3 centroids, root mean square, px", Math.Sqrt(squares / places.Count), 0, 0.02);
        });
    }

    [TestCaseSource(typeof(Lenses), nameof(Lenses.All))]
    public void Dist4_LabelsAndColourAreThoseOfTheExactRays(CameraView camera)
    {
        Room room = Room.Around(camera);
        RenderedView view = Render(room.Instance, camera, Smooth);
        int certain = 0, wrong = 0, inexact = 0, turned = 0, discoloured = 0;
        for (int y = 1; y < view.Height; y += 3)
        {
            for (int x = 1; x < view.Width; x += 3)
            {
                RayHit hit = room.Meet(camera, x, y);
                bool isInside = hit.Id > 0 && Around(0.5).All(d => room.Meet(camera, x + d.X, y + d.Y).Face == hit.Face);
                int seen = view.InstanceAt(x, y);
                if (!isInside)
                {
                    // Beside an edge, whatever lies within half a pixel.
                    wrong += seen != hit.Id && Around(0.5).All(d => room.Meet(camera, x + d.X, y + d.Y).Id != seen) ? 1 : 0;
                    continue;
                }

                certain++;
                wrong += seen != hit.Id ? 1 : 0;
                double depth = DepthKinds.IsRange(camera.Intrinsics) ? hit.Point.Length : hit.Point.Z;
                inexact += Math.Abs(view.DepthAt(x, y) - depth) > 2e-5 * Math.Max(depth, 1) ? 1 : 0;
                turned += (view.NormalAt(x, y) - Narrow(hit.Normal)).Length() > 1e-3 ? 1 : 0;

                // The filter reaches a little beyond the pixel: half a texel of what it is made from.
                bool isPlain = Around(0.8).All(d => room.Meet(camera, x + d.X, y + d.Y).Id == hit.Id);
                discoloured += isPlain && (view.RadianceAt(x, y) - room.ColourOf(hit.Id)).Length() > 1e-4 ? 1 : 0;
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(certain, Is.GreaterThan(view.Width * view.Height / 27));
            Acceptance.Holds("DIST-4 ids that are wrong beyond half a pixel", wrong, 0, 0);
            Assert.That(inexact, Is.Zero, "depths");
            Assert.That(turned, Is.Zero, "normals");
            Acceptance.Holds("DIST-4 colours that are not their object's", discoloured, 0, 0);
        });
    }

    [TestCaseSource(typeof(Lenses), nameof(Lenses.All))]
    public void Dist4_BoxesOfIdsAreThoseOfProjectedGeometry(CameraView camera)
    {
        var builder = new SceneBuilder();
        int red = builder.Add(Glowing(Vector3.UnitX));
        Matrix4x4d pose = camera.CameraToWorld * Matrix4x4d.FromTrs(new(0.5, -0.35, 3), Quaterniond.FromAxisAngle(new Vector3d(1, 2, 0.5).Normalized(), 0.6), new(0.7, 0.5, 0.6));
        builder.Add(Shapes.Cube(1, red), pose);
        RenderedView view = Render(builder.Build(), camera, Smooth);
        (int x, int y, int width, int height) = view.BoxOf(1);
        double[] loose = LooseBox.Of(new(new(-0.5, -0.5, -0.5), new(0.5, 0.5, 0.5)), camera.CameraToWorld.InverseAffine() * pose, camera.Intrinsics)!;
        Assert.That(
            new double[] { x - 0.5, y - 0.5, x + width - 0.5, y + height - 0.5 },
            Is.EqualTo(new[] { loose[0], loose[1], loose[0] + loose[2], loose[1] + loose[3] }).Within(1.0));
    }

    [Test]
    public void ALensForEachFrame_TakesNoMoreRoomThanAFew()
    {
        CameraView[] cameras = [.. Enumerable.Range(0, 24).Select(i => Lenses.Looking(Lenses.With(new(96, 72, 70, 70, 47.5, 35.5), "lens.brown-conrady", ("k1", -0.02 - (0.0002 * i)))))];
        SceneInstance instance = Room.Around(cameras[0]).Instance;
        using var renderer = new FrameRenderer(Device, Shaders, instance.Twin, Settings with { LensRayBytes = 0 });
        byte[] first = Image(cameras[0]);
        foreach (CameraView camera in cameras[..8])
        {
            Image(camera);
        }

        int allocations = Device.Memory.Statistics.AllocationCount;
        Assert.That(cameras[8..].Select(Image), Has.All.Not.EqualTo(first));
        Assert.That(Device.Memory.Statistics.AllocationCount, Is.LessThan(allocations + 12), "rays and what was made for them are given back");
        Assert.That(Image(cameras[0]), Is.EqualTo(first), "rays that come again are the same");

        byte[] Image(CameraView camera)
        {
            using FrameOutput output = renderer.Submit(new(instance, [new(camera, new RadianceReadback())])).Wait();
            return output.Views[0].Instance!.Value.Bytes.ToArray();
        }
    }

    [Test]
    public void Dist5_WithoutCoefficients_NothingChanges()
    {
        CameraIntrinsics plain = new(160, 120, 90, 90, 79.5, 59.5), lens = Lenses.With(plain, "lens.brown-conrady");
        SceneInstance instance = Room.Around(Lenses.Looking(plain)).Instance;
        RenderedView before = Render(instance, Lenses.Looking(plain), Smooth), after = Render(instance, Lenses.Looking(lens), Smooth);
        Assert.Multiple(() =>
        {
            Acceptance.Holds("DIST-5 pixels that differ from the pinhole's", after.AllRadiance.Zip(before.AllRadiance).Count(pair => pair.First != pair.Second), 0, 0);
            Assert.That(after.Depth, Is.EqualTo(before.Depth));
            Assert.That(after.Instance, Is.EqualTo(before.Instance));
            Assert.That(after.Normal, Is.EqualTo(before.Normal));
        });
    }

    private static Material Glowing(Vector3 colour) => Material.Default with { Unlit = true, DoubleSided = true, BaseColor = new(colour, 1) };

    private static IEnumerable<ImagePoint> Around(double distance) =>
        from y in new[] { -distance, 0, distance } from x in new[] { -distance, 0, distance } where x != 0 || y != 0 select new ImagePoint(x, y);

    // Around a panorama's seam and poles pixels are not round.
    private static bool HasSeam(CameraIntrinsics k, int column, int row) => k.Projection.Model == "equirectangular" && Math.Abs(row - k.Cy) > 0.25 * k.Height;

    private static Matrix4x4d Facing(Vector3d centre, Vector3d direction, double size)
    {
        Vector3d forward = direction.Normalized(), right = Vector3d.Cross(Math.Abs(forward.Y) < 0.9 ? Vector3d.UnitY : Vector3d.UnitX, forward).Normalized();
        return Matrix4x4d.FromAxes(size * right, size * Vector3d.Cross(forward, right), size * forward, centre);
    }

    // Where a lens curves, the centroid of a polygon moves with its variance; a cone has 0.6 of a disc's.
    private static ImagePoint CentroidOfCone(ImagePoint tip, ImagePoint[] rim)
    {
        double area = 0, x = 0, y = 0;
        foreach ((ImagePoint a, ImagePoint b) in rim.Zip(rim[1..].Append(rim[0])))
        {
            double cross = (a.X * b.Y) - (b.X * a.Y);
            (area, x, y) = (area + cross, x + ((a.X + b.X) * cross), y + ((a.Y + b.Y) * cross));
        }

        return new((0.4 * tip.X) + (0.6 * x / (3 * area)), (0.4 * tip.Y) + (0.6 * y / (3 * area)));
    }

    private static ImagePoint CentroidAround(RenderedView view, ImagePoint place)
    {
        double sum = 0, sumX = 0, sumY = 0;
        for (int y = (int)place.Y - 15; y <= (int)place.Y + 16; y++)
        {
            for (int x = (int)place.X - 15; x <= (int)place.X + 16; x++)
            {
                double value = view.RadianceAt(x, y).X;
                (sum, sumX, sumY) = (sum + value, sumX + (value * x), sumY + (value * y));
            }
        }

        return new(sumX / sum, sumY / sum);
    }

    private static Vector3 Narrow(Vector3d v) => new((float)v.X, (float)v.Y, (float)v.Z);
}
