using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.UnitTests.Cousins;

/// <summary>How samples move cameras, against poses worked out by hand.</summary>
public sealed class CameraMotionTests
{
    private static readonly CameraPose.LookAt s_pose = new(new(0, 1, 4), new(0, 1, 0));

    [Test]
    public void WithoutMotion_APoseIsItself()
    {
        Matrix4x4d pose = CameraView.LookAt(s_pose.From, s_pose.Target);
        Assert.That(new CameraMotion().Aside(pose), Is.EqualTo(pose));
        Assert.That(new CameraMotion().About(s_pose), Is.SameAs(s_pose));
    }

    [Test]
    public void AShift_LeavesTheWayThatItLooks()
    {
        Matrix4x4d pose = CameraView.LookAt(s_pose.From, s_pose.Target), moved = new CameraMotion { Offset = new(1, -2, 3) }.Aside(pose);
        Assert.That(moved.Translation, Is.EqualTo(new Vector3d(1, -1, 7)));
        Assert.That((moved.ColumnX, moved.ColumnY, moved.ColumnZ), Is.EqualTo((pose.ColumnX, pose.ColumnY, pose.ColumnZ)));
    }

    // The camera looks along -Z of the world: to the left is -X, up is +Y.
    [TestCase(90, 0, 0, -1, 0, 0)]
    [TestCase(0, 90, 0, 0, 1, 0)]
    [TestCase(0, 0, 90, 0, 0, -1)]
    [TestCase(90, 45, 0, -0.70710678, 0.70710678, 0)]
    public void Turns_GoLeftUpAndClockwise(double yaw, double pitch, double roll, double x, double y, double z)
    {
        Matrix4x4d moved = new CameraMotion { YawDegrees = yaw, PitchDegrees = pitch, RollDegrees = roll }.Aside(CameraView.LookAt(s_pose.From, s_pose.Target));
        Assert.That((moved.ColumnZ - new Vector3d(x, y, z)).Length, Is.LessThan(1e-8));
        Assert.That(moved.Translation, Is.EqualTo(s_pose.From));
    }

    [Test]
    public void ARoll_TurnsTheCameraClockwise()
    {
        Matrix4x4d moved = new CameraMotion { RollDegrees = 90 }.Aside(CameraView.LookAt(s_pose.From, s_pose.Target));
        Assert.That((moved.ColumnX - new Vector3d(0, -1, 0)).Length, Is.LessThan(1e-12), "its right points down");
    }

    [TestCase(90, 0, 1, 4, 1, 0)]
    [TestCase(180, 0, 0.5, 0, 1, -2)]
    [TestCase(0, 45, 1, 0, 3.8284271, 2.8284271)]
    [TestCase(0, 200, 1, 0, 5, 0)]
    public void AnOrbit_KeepsTheTarget(double azimuth, double elevation, double scale, double x, double y, double z)
    {
        CameraPose.LookAt moved = new CameraMotion { AzimuthDegrees = azimuth, ElevationDegrees = elevation, DistanceScale = scale }.About(s_pose);
        Assert.That(moved.Target, Is.EqualTo(s_pose.Target));
        Assert.That((moved.From - new Vector3d(x, y, z)).Length, Is.LessThan(0.01));
    }
}
