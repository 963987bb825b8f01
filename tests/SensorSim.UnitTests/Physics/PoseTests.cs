using SensorSim.Geometry;

namespace SensorSim.UnitTests.Physics;

/// <summary>Poses and rotations.</summary>
public sealed class PoseTests
{
    private static readonly Pose s_pose = new(new(1, 2, 3), Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.PI / 2));

    [Test]
    public void A_Pose_Turns_And_Then_Moves() => Assert.That((s_pose.Point(new(1, 0, 0)) - new Vector3d(1, 2, 2)).Length, Is.LessThan(1e-12));

    [Test]
    public void Its_Inverse_Undoes_It()
    {
        Assert.That((s_pose.Inverse().Point(s_pose.Point(new(4, 5, 6))) - new Vector3d(4, 5, 6)).Length, Is.LessThan(1e-12));
        Assert.That((s_pose * s_pose.Inverse()).Position.Length, Is.LessThan(1e-12));
    }

    [Test]
    public void It_Is_Shown_Without_End() => Assert.That(Pose.Identity.ToString(), Does.Contain("Position = ").And.Contain("W = 1").And.Not.Contain("Inverse"));
}
