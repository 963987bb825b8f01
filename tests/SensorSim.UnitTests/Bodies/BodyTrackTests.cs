using SensorSim.Geometry;
using SensorSim.Scenes.Bodies;

namespace SensorSim.UnitTests.Bodies;

public sealed class BodyTrackTests
{
    private static BodyTrack QuarterTurn()
    {
        var track = new BodyTrack(1, 0.5);
        track.Add([Pose.Identity]);
        track.Add([new(new(2, 0, 0), Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.PI / 2))]);
        return track;
    }

    [TestCase(0.25, 1, 45)]
    [TestCase(0.5, 2, 90)]
    [TestCase(9, 2, 90)]
    [TestCase(-1, 0, 0)]
    public void Between_Two_Steps_A_Body_Goes_Straight_And_Turns(double seconds, double x, double degrees)
    {
        Pose pose = QuarterTurn().At(0, seconds);

        Quaterniond expected = Quaterniond.FromAxisAngle(Vector3d.UnitY, degrees * Math.PI / 180);
        Assert.Multiple(() =>
        {
            Assert.That(pose.Position.X, Is.EqualTo(x).Within(1e-12));
            Assert.That((pose.Rotation.Y, pose.Rotation.W), Is.EqualTo((expected.Y, expected.W)).Using<(double Y, double W)>((a, b) => Math.Abs(a.Y - b.Y) < 1e-12 && Math.Abs(a.W - b.W) < 1e-12));
        });
    }

    [Test]
    public void A_Turn_Takes_The_Shorter_Way()
    {
        var track = new BodyTrack(1, 1);
        var turned = Quaterniond.FromAxisAngle(Vector3d.UnitY, 0.2);
        track.Add([Pose.Identity]);
        track.Add([new(Vector3d.Zero, new(-turned.X, -turned.Y, -turned.Z, -turned.W))]);

        Assert.That(Math.Abs(track.At(0, 0.5).Rotation.W), Is.EqualTo(Math.Cos(0.05)).Within(1e-6));
    }

    [Test]
    public void The_End_Is_The_Last_Steps_Time() => Assert.That(QuarterTurn().EndSeconds, Is.EqualTo(0.5));
}
