using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.UnitTests.Physics;

/// <summary>What happens to a world from outside, and what leads bodies.</summary>
[TestFixtureSource(typeof(TestWorlds), nameof(TestWorlds.Backends))]
public sealed class EventTests(string id)
{
    [Test]
    public void A_Belt_Drags_What_Lies_On_It_And_A_Lift_Carries_It()
    {
        var belt = new BodyDescription { Name = "belt", Motion = BodyMotion.Kinematic, Pose = new(new(0, -0.1, 0), Quaterniond.Identity), LinearVelocity = new(0.5, 0, 0), Colliders = [new BoxCollider(new(4, 0.2, 1))] };
        using IPhysicsWorld world = TestWorlds.Build(id, belt, TestWorlds.Cube());
        world.Run(1);
        Assert.That(world.Body(0).Pose.Position.X, Is.EqualTo(0.5).Within(1e-12));
        Assert.That(world.Body(1).Pose.Position.X, Is.EqualTo(0.5 - (0.5 * 0.5 / (2 * 0.5 * TestWorlds.Gravity))).Within(2e-3));
        for (int i = 1; i <= 250; i++)
        {
            world.MoveTo(0, new(new(0.5, -0.1 + (0.0004 * i), 0), Quaterniond.Identity));
            world.Step();
        }

        Assert.That(world.Body(1).Pose.Position.Y, Is.EqualTo(0.15).Within(1e-3));
        world.Run(0.5);
        Assert.That(world.Body(0).Pose.Position, Is.EqualTo(new Vector3d(0.5, -0.1 + (0.0004 * 250), 0)));
        Assert.That(world.Body(1).LinearVelocity.Length, Is.LessThan(0.01));
    }

    [Test]
    public void Friction_Changes_For_A_Body_And_For_A_Pair()
    {
        using IPhysicsWorld world = TestWorlds.Build(id, TestWorlds.Floor(1), TestWorlds.Cube() with { Surface = new() { Friction = 0.25 }, LinearVelocity = new(3, 0, 0) });
        world.Run(0.1);
        Assert.That(world.Body(1).LinearVelocity.X, Is.EqualTo(3 - (0.05 * TestWorlds.Gravity)).Within(0.02));
        world.SetFriction(1, 0);
        double before = world.Body(1).LinearVelocity.X;
        world.Run(0.1);
        Assert.That(world.Body(1).LinearVelocity.X, Is.EqualTo(before).Within(0.001));
        world.SetPairFriction(1, 0, 1);
        world.Run(0.1);
        Assert.That(world.Body(1).LinearVelocity.X, Is.EqualTo(before - (0.1 * TestWorlds.Gravity)).Within(0.03));
    }

    [Test]
    public void A_Knock_Gives_Momentum_And_Spin()
    {
        using IPhysicsWorld world = TestWorlds.Build(id, new WorldDescription { Gravity = default, Bodies = [TestWorlds.Cube(0, 0)] });
        world.ApplyImpulse(0, new(0, 0, 1), new(0.05, 0, 0));
        world.Step();
        Assert.That((world.Body(0).LinearVelocity - new Vector3d(0, 0, 1)).Length, Is.LessThan(1e-12));
        Assert.That((world.Body(0).AngularVelocity - new Vector3d(0, -0.05 / (0.02 / 12), 0)).Length, Is.LessThan(1e-9));
    }

    [Test]
    public void A_Body_That_Is_Off_Stands_Still_And_Touches_Nothing()
    {
        using IPhysicsWorld world = TestWorlds.Build(id, TestWorlds.Floor(), TestWorlds.Cube(0, 1), TestWorlds.Ball(new(0, 3, 0)));
        world.SetBodyEnabled(1, false);
        world.Run(1.5);
        Assert.That(world.Body(1).Pose.Position, Is.EqualTo(new Vector3d(0, 1, 0)));
        Assert.That(world.Body(2).Pose.Position.Y, Is.EqualTo(0.1).Within(1e-3));
        world.SetPose(2, new(new(2, 0.1, 0), Quaterniond.Identity));
        world.SetBodyEnabled(1, true);
        world.Run(0.1);
        Assert.That(world.Body(1).Pose.Position.Y, Is.EqualTo(1 - (TestWorlds.Gravity * 0.005)).Within(1e-9));
    }

    [Test]
    public void A_Grasp_Lets_Go_And_Takes_Hold_Where_Things_Are()
    {
        using IPhysicsWorld world = TestWorlds.Build(id, new WorldDescription
        {
            Bodies = [TestWorlds.Cube(0.5, 1)],
            Joints = [new() { Name = "grasp", Type = JointType.Fixed, Child = "cube", Releasable = true }],
        });
        world.Run(0.5);
        Assert.That((world.Body(0).Pose.Position - new Vector3d(0.5, 1, 0)).Length, Is.LessThan(1e-4));
        world.SetJointEnabled(0, false);
        world.Run(0.5);
        double fallen = world.Body(0).Pose.Position.Y;
        Assert.That(fallen, Is.EqualTo(1 - (TestWorlds.Gravity / 8)).Within(1e-3));
        world.SetJointEnabled(0, true);
        world.Run(0.5);
        Assert.That(world.Body(0).Pose.Position.Y, Is.EqualTo(fallen).Within(0.03));
        Assert.That(world.Body(0).LinearVelocity.Length, Is.LessThan(1e-3));
    }

    [TestCase(JointType.Revolute, -0.7)]
    [TestCase(JointType.Prismatic, -0.3)]
    public void A_Joint_Stops_At_Its_Limit(JointType type, double lower)
    {
        using IPhysicsWorld world = TestWorlds.Build(id, new WorldDescription
        {
            Bodies = [TestWorlds.Cube(0.5, 1)],
            Joints = [new() { Name = "joint", Type = type, Child = "cube", Anchor = new(-0.5, 0, 0), Axis = type == JointType.Prismatic ? Vector3d.UnitY : Vector3d.UnitZ, Lower = lower, Upper = 0.2 }],
        });
        world.Run(4);
        Assert.That(world.Joint(0).Position, Has.Count.EqualTo(1));
        Assert.That(world.Joint(0).Position[0], Is.EqualTo(lower).Within(5e-3));
    }

    [Test]
    public void A_Wheel_Counts_Its_Turns()
    {
        using IPhysicsWorld world = TestWorlds.Build(id, new WorldDescription
        {
            Gravity = default,
            Bodies = [TestWorlds.Cube(0, 0) with { AngularVelocity = new(0, 0, 10) }],
            Joints = [new() { Name = "axle", Type = JointType.Revolute, Child = "cube" }],
        });
        world.Run(2);
        Assert.That(world.Joint(0).Position[0], Is.EqualTo(20).Within(1e-6));
        Assert.That(world.Joint(0).Velocity[0], Is.EqualTo(10).Within(1e-6));
    }
}
