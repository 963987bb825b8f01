using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Physics;

/// <summary>What a world cannot be or do is told by name.</summary>
[TestFixtureSource(typeof(TestWorlds), nameof(TestWorlds.Backends))]
public sealed class RefusalTests(string id)
{
    [Test]
    public void A_Body_Without_Mass_Is_Not_Built() => Assert.That(
        () => TestWorlds.Build(id, TestWorlds.Cube() with { Mass = new() { Kilograms = 0, Moments = new(1, 1, 1) } }),
        Throws.TypeOf<PhysicsException>().With.Message.EqualTo("The body \"cube\": its mass is 0 kg; a mass above 0 is expected."));

    [Test]
    public void A_Scene_That_Explodes_Is_Told()
    {
        BodyDescription body = TestWorlds.Cube() with { Colliders = [], LinearVelocity = new(double.MaxValue, 0, 0) };
        using IPhysicsWorld world = TestWorlds.Build(id, new WorldDescription { StepSeconds = 1, Bodies = [body] });
        Assert.That(() => world.Run(3), Throws.TypeOf<UnstableWorldException>().With.Message.StartsWith("The scene explodes: the body \"cube\" is at no finite place"));
    }

    [Test]
    public void Calls_That_Make_No_Sense_Are_Told()
    {
        using IPhysicsWorld world = TestWorlds.Build(id, new WorldDescription
        {
            Bodies = [TestWorlds.Floor(), TestWorlds.Cube()],
            Joints = [new() { Name = "hinge", Type = JointType.Revolute, Child = "cube" }],
        });
        Assert.That(() => world.Body(2), Throws.TypeOf<PhysicsException>().With.Message.StartsWith("There is no body 2"));
        Assert.That(() => world.MoveTo(1, Pose.Identity), Throws.TypeOf<PhysicsException>().With.Message.Contains("\"cube\" is dynamic and cannot be moved; a kinematic one is expected"));
        Assert.That(() => world.ApplyImpulse(0, default, default), Throws.TypeOf<PhysicsException>().With.Message.Contains("\"floor\" is static"));
        Assert.That(() => world.SetPose(1, Pose.Identity), Throws.TypeOf<PhysicsException>().With.Message.Contains("hangs on the joint \"hinge\""));
        Assert.That(() => world.SetJointEnabled(0, false), Throws.TypeOf<PhysicsException>().With.Message.Contains("cannot let go; releasable"));
        Assert.That(() => world.SetFriction(1, double.NaN), Throws.TypeOf<PhysicsException>().With.Message.Contains("0 or more"));
        Assert.That(() => world.SetVelocity(1, new(double.NaN, 0, 0), default), Throws.TypeOf<PhysicsException>().With.Message.Contains("a number that is none"));
    }

    [Test]
    public void What_MuJoCo_Has_Not_Is_Told()
    {
        BodyDescription mesh = TestWorlds.Floor() with { Colliders = [new TriangleMeshCollider([Vector3d.Zero, Vector3d.UnitX, Vector3d.UnitZ], [0, 2, 1])] };
        JointDescription hinge = new() { Name = "first", Type = JointType.Revolute, Child = "cube" };
        var twice = new WorldDescription { Bodies = [TestWorlds.Cube()], Joints = [hinge, hinge with { Name = "second" }] };
        if (id == "physics.ode")
        {
            Assert.That(() => TestWorlds.Build(id, mesh).Dispose(), Throws.Nothing);
            Assert.That(() => TestWorlds.Build(id, twice).Dispose(), Throws.Nothing);
            return;
        }

        Assert.That(() => TestWorlds.Build(id, mesh), Throws.TypeOf<PhysicsException>().With.Message.StartsWith("The body \"floor\" has a triangle mesh, and MuJoCo takes convex shapes only."));
        Assert.That(() => TestWorlds.Build(id, twice), Throws.TypeOf<PhysicsException>().With.Message.StartsWith("The body \"cube\" hangs on the joints \"first\" and \"second\""));
    }

    [Test]
    public void Another_Version_Of_MuJoCo_Is_Refused()
    {
        Type library = SensorBench.Catalog.Require("physics.mujoco").Instance.GetType().Assembly.GetType("SensorSim.Plugins.PhysicsMujoco.MujocoLibrary")!;
        object? problem = library.GetMethod("ProblemOf")!.Invoke(null, ["libmujoco.so", 316]);
        Assert.That(problem, Is.EqualTo("libmujoco.so is MuJoCo 3.1.6, and physics.mujoco knows the layout of 2.2.2 only: install MuJoCo 2.2.2, apt-get install libmujoco2.2.2."));
        Assert.That(TestWorlds.Backend(id).LibraryVersion, Does.StartWith(id == "physics.ode" ? "ODE 0.16" : "MuJoCo 2.2.2"));
    }
}
