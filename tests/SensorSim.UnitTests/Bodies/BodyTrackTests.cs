using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;

namespace SensorSim.UnitTests.Bodies;

public sealed class BodyTrackTests
{
    private static BodyTrack QuarterTurn()
    {
        var track = new BodyTrack(1, 0.5);
        track.Add(StepAt(Pose.Identity));
        track.Add(StepAt(new(new(2, 0, 0), Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.PI / 2)), speed: 8));
        return track;
    }

    private static TrackStep StepAt(Pose pose, double speed = 0, params BodyContact[] contacts) => new([new BodyState(pose, pose.Position, new(speed, 0, 0), Vector3d.Zero)], contacts);

    private static BodyContact Touching(int a, int b) => new(a, b, Vector3d.Zero, Vector3d.UnitY, Vector3d.Zero, 0);

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
        track.Add(StepAt(Pose.Identity));
        track.Add(StepAt(new(Vector3d.Zero, new(-turned.X, -turned.Y, -turned.Z, -turned.W))));

        Assert.That(Math.Abs(track.At(0, 0.5).Rotation.W), Is.EqualTo(Math.Cos(0.05)).Within(1e-6));
    }

    [Test]
    public void The_End_Is_The_Last_Steps_Time() => Assert.That(QuarterTurn().EndSeconds, Is.EqualTo(0.5));

    [Test]
    public void A_Velocity_Goes_Evenly_From_Step_To_Step() => Assert.That(QuarterTurn().VelocityAt(0, 0.125).Linear.X, Is.EqualTo(2).Within(1e-12));

    [Test]
    public void What_Lets_Go_For_A_Moment_Goes_On_Touching()
    {
        var track = new BodyTrack(1, 0.001);
        for (int step = 0; step < 60; step++)
        {
            track.Add(StepAt(Pose.Identity, 0, step is (>= 5 and < 10) or (>= 12 and < 20) ? [Touching(0, 1)] : []));
        }

        Assert.That(ContactHistory.Of(track), Is.EqualTo(new ContactEvent[] { new(0.005, 0, 1, IsBeginning: true), new(0.02, 0, 1, IsBeginning: false) }));
    }
}
