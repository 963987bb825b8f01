using SensorSim.Geometry;
using SensorSim.Scenes.Robots.Demonstrations;

namespace SensorSim.UnitTests.Robots.Demonstrations;

/// <summary>Joint positions for poses of the hand.</summary>
public sealed class InverseKinematicsTests
{
    private static readonly ArmChain s_arm = ArmFixture.Chain();

    private static Pose Base => s_arm.BaseIn(ArmFixture.WorldWith());

    [Test]
    public void The_Chain_Has_The_Joints_Of_The_Arm() =>
        Assert.That(s_arm.Joints.Select(joint => joint.Name), Is.EqualTo(new[] { "shoulder_pan", "shoulder_lift", "upper_roll", "elbow", "forearm_roll", "wrist_lift", "wrist_roll" }));

    [Test]
    public void The_Hand_Of_The_Chain_Is_That_Of_The_Scene()
    {
        Pose hand = s_arm.Hand(Base, [.. s_arm.Places.Select(place => ArmFixture.Start[place][0])], []);
        Matrix4x4d there = ArmFixture.WorldWith()[ArmFixture.Node(ArmFixture.Hand)];
        Assert.That((hand.Position - there.Translation).Length, Is.LessThan(1e-12));
        Assert.That((hand.ToMatrix().ColumnX - there.ColumnX).Length + (hand.ToMatrix().ColumnY - there.ColumnY).Length, Is.LessThan(1e-12));
    }

    [Test]
    public void Poses_That_The_Arm_Takes_Are_Reached()
    {
        var random = new Random(5);
        for (int trial = 0; trial < 200; trial++)
        {
            double[] q = [.. s_arm.Joints.Select(joint => joint.Lower!.Value + (random.NextDouble() * (joint.Upper!.Value - joint.Lower.Value)))];
            double[] near = [.. q.Select((position, i) => Math.Clamp(position + (0.4 * (random.NextDouble() - 0.5)), s_arm.Joints[i].Lower!.Value, s_arm.Joints[i].Upper!.Value))];
            Pose target = s_arm.Hand(Base, q, []);

            Reach reach = InverseKinematics.Of(s_arm, Base, target, near);

            Pose hand = s_arm.Hand(Base, reach.Positions, []);
            Assert.That((hand.Position - target.Position).Length, Is.LessThan(1e-8), $"trial {trial}");
            Assert.That(InverseKinematics.TurnBetween(hand.Rotation, target.Rotation).Length, Is.LessThan(1e-7), $"trial {trial}");
            Assert.That(reach.Positions.Index().All(joint => joint.Item >= s_arm.Joints[joint.Index].Lower && joint.Item <= s_arm.Joints[joint.Index].Upper), $"trial {trial}");
        }
    }

    [Test]
    public void What_Is_There_Already_Stays()
    {
        double[] q = [0.3, 0.5, -0.2, 1.1, 0.4, 0.9, -0.6];
        Assert.That(InverseKinematics.Of(s_arm, Base, s_arm.Hand(Base, q, []), q).Positions, Is.EqualTo(q));
    }

    // The arm of 0.81 m from its shoulder to the hand's origin is straight then, whatever the turn of the hand costs.
    [Test]
    public void What_Is_Too_Far_Is_Missed_By_What_Is_Left()
    {
        double[] straight = [0, Math.PI / 2, 0, 0, 0, 0, 0];
        Pose longest = s_arm.Hand(Base, straight, []);
        Reach reach = InverseKinematics.Of(s_arm, Base, longest with { Position = longest.Position + new Vector3d(0.5, 0, 0) }, [0, 1.2, 0, 0.4, 0, 0.3, 0]);
        Assert.That(reach.MissMetres, Is.EqualTo(0.5).Within(0.002));
    }

    [TestCase(0, 0, 1)]
    [TestCase(0.3, -2, 0.5)]
    public void A_Turn_Is_Its_Axis_And_Angle(double x, double y, double z)
    {
        Vector3d axis = new Vector3d(x, y, z).Normalized();
        Vector3d turn = InverseKinematics.TurnBetween(Quaterniond.FromAxisAngle(axis, 0.4), Quaterniond.FromAxisAngle(axis, 2.9));
        Assert.That((turn - (2.5 * axis)).Length, Is.LessThan(1e-12));
    }
}
