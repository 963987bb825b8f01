using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.UnitTests.Bodies;

namespace SensorSim.UnitTests.Physics;

/// <summary>Bodies that feel another gravity than the world's.</summary>
[TestFixtureSource(typeof(TestWorlds), nameof(TestWorlds.Backends))]
public sealed class GravityFactorTests(string id)
{
    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(-1)]
    [TestCase(3)]
    public void Free_Flight_Is_Exact(double factor)
    {
        using IPhysicsWorld world = TestWorlds.Build(id, TestWorlds.Ball(new(0, 2, 0)) with { GravityFactor = factor, LinearVelocity = new(1, 0.5, 0) }, TestWorlds.Ball(new(5, 2, 0)) with { Name = "other" });
        double energy = WorldEnergy.Of(world).TotalJoules;
        for (int step = 0; step < 500; step++)
        {
            world.Step();
            double t = world.TimeSeconds;
            Assert.That((world.Body(0).Pose.Position - new Vector3d(t, 2 + (0.5 * t) - (factor * TestWorlds.Gravity * t * t / 2), 0)).Length, Is.LessThan(1e-9));
            Assert.That(world.Body(1).Pose.Position.Y, Is.EqualTo(2 - (TestWorlds.Gravity * t * t / 2)).Within(1e-9), "others fall as before");
        }

        // Velocities are those of the same parabola.
        Assert.That(WorldEnergy.Of(world).TotalJoules, Is.EqualTo(energy).Within(1e-6));
    }

    [TestCase(0.5)]
    [TestCase(2)]
    public void A_Body_Weighs_Its_Share(double factor)
    {
        using IPhysicsWorld world = TestWorlds.Build(id, TestWorlds.Floor(), TestWorlds.Cube() with { GravityFactor = factor });
        world.Run(0.5);
        double impulse = 0;
        for (int step = 0; step < 100; step++)
        {
            world.Step();
            impulse += world.Contacts.Sum(contact => contact.Impulse.Y);
        }

        Assert.That(impulse / (100 * world.Description.StepSeconds), Is.EqualTo(factor * TestWorlds.Gravity).Within(1).Percent);
        Assert.That(world.Body(1).Pose.Position.Y, Is.EqualTo(0.05).Within(1e-3));
    }

    [Test]
    public void A_Body_That_Is_Pulled_Up_Rests_Below_A_Ceiling()
    {
        BodyDescription ceiling = TestWorlds.Floor(turn: Quaterniond.FromAxisAngle(Vector3d.UnitX, Math.PI));
        using IPhysicsWorld world = TestWorlds.Build(id, ceiling, TestWorlds.Cube(y: -0.3) with { GravityFactor = -1 });
        world.Run(1.5);
        Assert.That(world.Body(1).Pose.Position.Y, Is.EqualTo(-0.05).Within(1e-3));
        Assert.That(world.Body(1).LinearVelocity.Length, Is.LessThan(1e-3));
    }

    // A quarter of gravity: twice the period.
    [Test]
    public void A_Pendulum_Swings_By_Its_Own_Gravity()
    {
        const double amplitude = 0.1;
        WorldDescription pendulum = TestWorlds.Pendulum(amplitude);
        using IPhysicsWorld world = TestWorlds.Build(id, pendulum with { Bodies = [pendulum.Bodies[0] with { GravityFactor = 0.25 }] });
        double half = Math.PI * Math.Sqrt((1 + (0.4 * 0.05 * 0.05)) / (0.25 * TestWorlds.Gravity)) * (1 + (amplitude * amplitude / 16));
        world.Run(half);
        Assert.That(world.Body(0).Pose.Position.X, Is.EqualTo(-Math.Sin(amplitude)).Within(1).Percent);
    }

    [Test]
    public void A_File_May_Say_It()
    {
        CousinWorld world = FileBodies.World(FileBodies.Read("""
            {"name":"balloon","translation":[0,2,0],@{"motion":{"mass":1,"gravityFactor":-0.5},"collider":{"geometry":{"shape":0}}}§},
            {"name":"belt","translation":[3,2,0],@{"motion":{"isKinematic":true,"gravityFactor":-0.5},"collider":{"geometry":{"shape":0}}}§}
            """, """{"type":"sphere","sphere":{"radius":0.2}}"""));
        using IPhysicsWorld run = TestWorlds.Build(id, world.Description);
        run.Run(1);
        Assert.That(run.Body(0).Pose.Position.Y, Is.EqualTo(2 + (0.25 * TestWorlds.Gravity)).Within(1e-9));
        Assert.That(run.Body(1).Pose.Position.Y, Is.EqualTo(2).Within(1e-12));
    }

    [Test]
    public void One_That_Is_No_Number_Is_Told() => Assert.That(
        () => TestWorlds.Build(id, TestWorlds.Cube() with { GravityFactor = double.NaN }), Throws.TypeOf<PhysicsException>().With.Message.Contains("\"cube\": its gravity factor is NaN"));
}
