using SensorSim.Geometry;
using SensorSim.Hosting.Conformance;
using SensorSim.Physics;

namespace SensorSim.UnitTests.Physics;

/// <summary>The same bits again, and what each backend promises about them.</summary>
public sealed class DeterminismTests
{
    private static readonly WorldDescription s_world = new()
    {
        Bodies =
        [
            TestWorlds.Floor(), .. Enumerable.Range(0, 5).Select(i => TestWorlds.Cube(0.03 * i, 0.2 + (0.15 * i)) with { Name = $"cube{i}" }),
            TestWorlds.Cube(1, 1) with { Name = "held" },
            new() { Name = "pusher", Motion = BodyMotion.Kinematic, Pose = new(new(-1, 0.1, 0), Quaterniond.Identity), LinearVelocity = new(0.8, 0, 0), Colliders = [new BoxCollider(new(0.2, 0.2, 0.2))] },
        ],
        Joints = [new() { Name = "grasp", Type = JointType.Fixed, Child = "held", Releasable = true }],
    };

    [TestCaseSource(typeof(TestWorlds), nameof(TestWorlds.Backends))]
    public void A_Backend_Keeps_Its_Promises(string id)
    {
        ConformanceResult[] broken = [.. ConformanceKit.Run(SensorSim.Tests.Sensors.SensorBench.Catalog.Require(id), null).Where(result => result.Outcome == ConformanceOutcome.Fail)];
        Assert.That(broken.Select(result => $"{result.Id}: {result.Measured} ({result.Tolerance}) {result.Note}"), Is.Empty);
    }

    [Test]
    public void MuJoCo_Continues_From_A_Snapshot_Though_Events_Changed_The_World()
    {
        using IPhysicsWorld first = TestWorlds.Build("physics.mujoco", s_world), second = TestWorlds.Build("physics.mujoco", s_world);
        first.Run(0.5);
        first.SetJointEnabled(0, false);
        first.SetFriction(2, 0.1);
        first.SetPairFriction(1, 3, 0.9);
        first.SetBodyEnabled(5, false);
        first.SetVelocity(7, new(0.5, 0, 0.1), default);
        first.Run(0.2);
        PhysicsSnapshot snapshot = first.Snapshot()!;
        second.Restore(snapshot);
        Assert.That(second.Steps, Is.EqualTo(350));
        Assert.That(second.Contacts, Is.Empty);
        first.Run(1);
        second.Run(1);
        Assert.That(States(second), Is.EqualTo(States(first)));
        Assert.That(second.Contacts, Is.EqualTo(first.Contacts));
        first.Restore(snapshot);
        first.Run(1);
        Assert.That(States(first), Is.EqualTo(States(second)));
    }

    [Test]
    public void A_Snapshot_Of_Another_World_Is_Refused()
    {
        using IPhysicsWorld world = TestWorlds.Build("physics.mujoco", s_world), other = TestWorlds.Build("physics.mujoco", TestWorlds.Cube());
        Assert.That(() => other.Restore(world.Snapshot()!), Throws.TypeOf<PhysicsException>().With.Message.Contains("another world's"));
    }

    [Test]
    public void Ode_Declares_That_It_Has_None()
    {
        using IPhysicsWorld world = TestWorlds.Build("physics.ode", s_world);
        Assert.That(TestWorlds.Backend("physics.ode").Determinism, Is.EqualTo(PhysicsDeterminism.FromStart));
        Assert.That(world.Snapshot(), Is.Null);
        Assert.That(() => world.Restore(new(0, default)), Throws.TypeOf<PhysicsException>().With.Message.Contains("beginning anew"));
    }

    private static BodyState[] States(IPhysicsWorld world) => [.. Enumerable.Range(0, world.Description.Bodies.Count).Select(world.Body)];
}
