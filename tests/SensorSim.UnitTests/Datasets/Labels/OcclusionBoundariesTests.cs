using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Datasets.Labels;
using SensorSim.Geometry;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Labels;

/// <summary>Boundaries of surfaces that are cast by rays: what is before what is known.</summary>
public class OcclusionBoundariesTests
{
    private const int Width = 41, Height = 31;
    private const double Focal = 40;

    private static readonly Matrix4x4d s_pose = Matrix4x4d.FromTrs(new(5, -2, 7), Quaterniond.FromAxisAngle(Vector3d.UnitY, 0.7), new(1, 1, 1));

    // A plane is a point and a normal, in the camera frame; z forward, y down.
    private static readonly Plane s_wall = new(1, new(0, 0, 3), new(0, 0, -1));

    [Test]
    public void StepBetweenTwoWalls_HasANearAndAFarSide([Values] bool isParallel, [Values] bool isOneObject)
    {
        byte[] mask = MaskOf(isParallel, (x, _) => x < 20 ? s_wall : new Plane(isOneObject ? 1 : 2, new(0, 0, 2.9), new(0, 0, -1)));
        for (int i = 0; i < mask.Length; i++)
            Assert.That(mask[i], Is.EqualTo(i % Width == 19 ? OcclusionBoundaries.Occluded : i % Width == 20 ? OcclusionBoundaries.Occluding : 0), $"column {i % Width}");
    }

    [Test]
    public void GrazingFloor_IsOneSurface([Values] bool isParallel)
    {
        // Seen at 2 degrees, and at 11 by parallel rays: they meet a flatter one behind the camera.
        var floor = new Plane(1, new(0, 0.5, 3), new(0, -1, isParallel ? -0.2 : -0.035));
        byte[] mask = MaskOf(isParallel, (_, y) => y > 17 ? floor : null);
        Assert.That(mask.Where((_, i) => i / Width > 18), Is.All.Zero);
        Assert.That(mask.Where((_, i) => i / Width == 18), Is.All.EqualTo(OcclusionBoundaries.Occluding), "before nothing");
        Assert.That(mask.Where((_, i) => i / Width == 17), Is.All.EqualTo(OcclusionBoundaries.Occluded), "nothing behind it");
    }

    [Test]
    public void Edge_IsContinuous_AndTwoObjectsThatMeetThereTouch([Values] bool isParallel, [Values] bool isOneObject)
    {
        // A wall stands on a floor: they meet in a line between two rows, or on one.
        Plane floor = new(isOneObject ? 1 : 2, new(0, 0.52, 3), new(0, -1, -0.2));
        byte[] mask = MaskOf(isParallel, (x, y) => Nearest(s_wall, floor, isParallel, x, y));
        Assert.That(mask, Is.All.AnyOf(0, isOneObject ? 0 : OcclusionBoundaries.Touching));
        Assert.That(mask.Count(value => value != 0), Is.EqualTo(isOneObject ? 0 : 2 * Width));
    }

    private static Plane Nearest(Plane a, Plane b, bool isParallel, int x, int y) => a.Meet(RayOf(isParallel, x, y)) < b.Meet(RayOf(isParallel, x, y)) ? a : b;

    private static byte[] MaskOf(bool isParallel, Func<int, int, Plane?> seen)
    {
        ushort[] ids = new ushort[Width * Height];
        float[] range = new float[ids.Length], position = new float[3 * ids.Length], normal = new float[3 * ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            if (seen(i % Width, i / Width) is not { } plane)
                continue;
            (Vector3d origin, Vector3d direction) = RayOf(isParallel, i % Width, i / Width);
            double t = plane.Meet((origin, direction));
            Vector3d world = s_pose.TransformPoint(origin + (t * direction)), n = plane.Normal.Normalized();
            (ids[i], range[i]) = ((ushort)plane.Id, (float)t);
            (position[3 * i], position[(3 * i) + 1], position[(3 * i) + 2]) = ((float)world.X, (float)world.Y, (float)world.Z);
            (normal[3 * i], normal[(3 * i) + 1], normal[(3 * i) + 2]) = ((float)n.X, (float)n.Y, (float)n.Z);
        }

        PixelPlane mask = OcclusionBoundaries.Of(PlaneOf(ids, 1, SampleType.UInt16), PlaneOf(range, 1), PlaneOf(position, 3), PlaneOf(normal, 3), new("camera", CameraOf(isParallel), s_pose));
        Assert.That((mask.Width, mask.Height, mask.Channels, mask.SampleType), Is.EqualTo((Width, Height, 1, SampleType.UInt8)));
        return mask.Bytes.ToArray();
    }

    private static CameraIntrinsics CameraOf(bool isParallel) =>
        new(Width, Height, Focal, Focal, 20, 15) { Projection = isParallel ? CameraProjection.Orthographic : CameraProjection.Pinhole };

    private static (Vector3d Origin, Vector3d Direction) RayOf(bool isParallel, int x, int y)
    {
        double u = (x - 20) / Focal, v = (y - 15) / Focal;
        return isParallel ? (new(2 * u, 2 * v, 0), Vector3d.UnitZ) : (Vector3d.Zero, new Vector3d(u, v, 1).Normalized());
    }

    private static PixelPlane PlaneOf<T>(T[] samples, int channels, SampleType type = SampleType.Float32)
        where T : unmanaged => new(Width, Height, channels, type, MemoryMarshal.AsBytes(samples.AsSpan()).ToArray());

    private sealed record Plane(int Id, Vector3d Point, Vector3d Normal)
    {
        public double Meet((Vector3d Origin, Vector3d Direction) ray) =>
            Vector3d.Dot(Normal, Point - ray.Origin) / Vector3d.Dot(Normal, ray.Direction) is > 0 and var t ? t : double.PositiveInfinity;
    }
}
