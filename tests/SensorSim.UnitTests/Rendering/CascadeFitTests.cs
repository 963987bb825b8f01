using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Planning;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Rendering;

/// <summary>Cascades are parts of one map, aligned with its texels.</summary>
public sealed class CascadeFitTests
{
    private const int Side = 1024;

    private static readonly ShadowFrame s_frame = ShadowFrames.Of(
        new() { Kind = LightKind.Directional }, Vector3d.Zero, new Vector3d(0.3, -1, 0.2).Normalized(), new(new(-150, -1, -150), new(150, 5, 150)), Side);

    [Test]
    public void SlicesFromNearToFar_AreCovered()
    {
        CameraView camera = Camera(new(1, 2, 3));
        IReadOnlyList<Cascade> cascades = CascadeFit.Of(s_frame, camera, (2, 128), Side);
        Assert.That(cascades, Has.Count.EqualTo(4));
        Assert.That(cascades.Select(cascade => cascade.Scale), Is.Ordered, "The coarsest comes first.");
        foreach (double depth in (double[])[2, 5, 40])
        {
            foreach ((double x, double y) in ((double, double)[])[(-0.5, -0.5), (639.5, -0.5), (639.5, 479.5), (-0.5, 479.5)])
            {
                Vector3d corner = new((x - camera.Intrinsics.Cx) / camera.Intrinsics.Fx * depth, (y - camera.Intrinsics.Cy) / camera.Intrinsics.Fy * depth, depth);
                Vector3d place = s_frame.WorldToMap.TransformPoint(camera.CameraToWorld.TransformPoint(corner));
                Assert.That(cascades.Any(cascade => IsInside(cascade, place)), Is.True, $"({x}, {y}) at {depth} m");
            }
        }
    }

    [Test]
    public void MovingAndTurning_ShiftsWholeTexels()
    {
        IReadOnlyList<Cascade> before = CascadeFit.Of(s_frame, Camera(new(1, 2, 3)), (2, 128), Side);
        for (int i = 1; i < 20; i++)
        {
            Matrix4x4d turn = Matrix4x4d.FromTrs(Vector3d.Zero, Quaterniond.FromAxisAngle(Vector3d.UnitY, 0.1 * i), new(1, 1, 1));
            CameraView camera = Camera(new(1 + (0.0137 * i), 2, 3 - (0.31 * i)));
            IReadOnlyList<Cascade> after = CascadeFit.Of(s_frame, camera with { CameraToWorld = camera.CameraToWorld * turn }, (2, 128), Side);
            Assert.That(after.Select(cascade => cascade.Scale), Is.EqualTo(before.Select(cascade => cascade.Scale)));
            foreach (Cascade cascade in after)
            {
                Assert.That(cascade.OffsetU * Side, Is.EqualTo(Math.Round(cascade.OffsetU * Side)).Within(1e-6));
                Assert.That(cascade.OffsetV * Side, Is.EqualTo(Math.Round(cascade.OffsetV * Side)).Within(1e-6));
            }
        }
    }

    [Test]
    public void WhereTheWholeMapIsFineEnough_ThereAreNone() =>
        Assert.That(CascadeFit.Of(s_frame, Camera(new(0, 200, 0)), (180, 256), Side), Is.Empty);

    private static CameraView Camera(Vector3d at) => new("camera", CameraIntrinsics.FromHorizontalFieldOfView(640, 480, 1.1), CameraView.LookAt(at, at + new Vector3d(0.2, -0.1, -1)));

    private static bool IsInside(Cascade cascade, Vector3d place) =>
        (place.X * cascade.Scale) + cascade.OffsetU is > 0 and < 1 && (place.Y * cascade.Scale) + cascade.OffsetV is > 0 and < 1;

    [TestCase(1, 0, 0)]
    [TestCase(8, -2.5, -3)]
    public void Clip_ShowsThePartThatTheOffsetSays(double scale, double offsetU, double offsetV)
    {
        var cascade = new Cascade(scale, offsetU, offsetV);
        for (double u = 0.25; u < 1; u += 0.25)
        {
            Vector3d clip = cascade.Clip.TransformPoint(new((2 * u) - 1, (2 * (1 - u)) - 1, 0.3));
            Assert.That((clip.X + 1) / 2, Is.EqualTo((u * scale) + offsetU).Within(1e-12));
            Assert.That((clip.Y + 1) / 2, Is.EqualTo(((1 - u) * scale) + offsetV).Within(1e-12));
            Assert.That(clip.Z, Is.EqualTo(0.3));
        }
    }
}
