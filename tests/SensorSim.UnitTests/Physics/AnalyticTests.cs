using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.UnitTests.Physics;

/// <summary>What mechanics books give in closed form. docs/physics.md has the tolerances.</summary>
[TestFixtureSource(typeof(TestWorlds), nameof(TestWorlds.Backends))]
public sealed class AnalyticTests(string id)
{
    [Test]
    public void A_Ball_Falls_As_Galileo_Said_And_Comes_To_Rest()
    {
        using IPhysicsWorld world = TestWorlds.Build(id, TestWorlds.Floor(), TestWorlds.Ball(new(0, 2, 0)));
        double worst = 0;
        for (double t = 0; t + world.Description.StepSeconds < Math.Sqrt(2 * 1.9 / TestWorlds.Gravity); t = world.TimeSeconds)
        {
            world.Step();
            worst = Math.Max(worst, Math.Abs(world.Body(1).Pose.Position.Y - (2 - (TestWorlds.Gravity * world.TimeSeconds * world.TimeSeconds / 2))));
        }

        world.Run(2);
        Assert.That(worst, Is.LessThan(1e-9));
        Assert.That(world.Body(1).Pose.Position.Y, Is.EqualTo(0.1).Within(1e-4));
        Assert.That(world.Body(1).LinearVelocity.Length, Is.LessThan(1e-4));
    }

    // Without a second look at its contacts, MuJoCo tells of half a metre in the second and the third.
    [Test]
    public void Boxes_That_Tumble_On_Boxes_Are_Nowhere_Deep_In_Each_Other()
    {
        var size = new Vector3d(0.36, 0.3, 0.3);
        BodyDescription ground = TestWorlds.Box("ground", new(new(0, -0.1, 0), Quaterniond.Identity), new(6, 0.2, 6)) with { Motion = BodyMotion.Static, Mass = null };
        BodyDescription shelf = TestWorlds.Box("shelf", new(new(0.1, 0.9, 0), Quaterniond.Identity), new(0.5, 0.05, 3)) with { Motion = BodyMotion.Static, Mass = null };
        double deepest = 0;
        foreach (int i in (int[])[10, 54, 90, 200])
        {
            Quaterniond turn = Quaterniond.FromAxisAngle(Vector3d.UnitY, 0.3 * i) * Quaterniond.FromAxisAngle(Vector3d.UnitZ, 0.11 * i);
            BodyDescription box = TestWorlds.Box("box", new(new(-0.05, 1.25, 0.02 * i), turn), size) with { LinearVelocity = new(-0.02 * i, 0, 0.4), AngularVelocity = new(0.3 * i, 1, -1) };
            using IPhysicsWorld world = TestWorlds.Build(id, new WorldDescription { StepSeconds = 0.001, Bodies = [ground, shelf, box] });
            for (int step = 0; step < 1200; step++)
            {
                world.Step();
                deepest = Math.Max(deepest, world.Contacts.Select(contact => contact.DepthMetres).DefaultIfEmpty(0).Max());
            }
        }

        Assert.That(deepest, Is.LessThan(0.02));
    }

    [Test]
    public void A_Projectile_Follows_Its_Parabola_Though_It_Spins_About_Another_Point()
    {
        var velocity = new Vector3d(3, 5, -1);
        BodyDescription body = TestWorlds.Cube() with { Mass = MassDescription.OfBox(2, new(0.1, 0.2, 0.3)) with { Centre = new(0.05, 0, 0) }, LinearVelocity = velocity, AngularVelocity = new(0, 0, 7) };
        using IPhysicsWorld world = TestWorlds.Build(id, body);
        Vector3d start = world.Body(0).CentreOfMass;
        world.Run(1);
        Assert.That((world.Body(0).CentreOfMass - (start + velocity + new Vector3d(0, -TestWorlds.Gravity / 2, 0))).Length, Is.LessThan(1e-9));
        Assert.That(world.Body(0).Pose.Position, Is.Not.EqualTo(world.Body(0).CentreOfMass));
        Assert.That((world.Body(0).AngularVelocity - new Vector3d(0, 0, 7)).Length, Is.LessThan(1e-9));
    }

    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(0.9)]
    public void A_Box_Holds_Below_The_Angle_Of_Friction(double friction)
    {
        using IPhysicsWorld world = TestWorlds.Build(id, SlopeLaws.Slope(friction, Math.Atan(friction) - (0.5 * Math.PI / 180), out Vector3d start));
        world.Run(1);
        Assert.That((world.Body(1).Pose.Position - start).Length, Is.LessThan(0.5e-3));
    }

    // Nearly all of its weight is on the lower edge, and the upper one must not let go.
    [TestCase(0.7)]
    [TestCase(0.9)]
    public void A_Cube_That_Nearly_Tips_Holds_Too(double friction)
    {
        var turn = Quaterniond.FromAxisAngle(Vector3d.UnitZ, (0.5 * Math.PI / 180) - Math.Atan(friction));
        Vector3d start = turn.Rotate(new(0, 0.05, 0));
        using IPhysicsWorld world = TestWorlds.Build(id, TestWorlds.Floor(friction, 0, turn), TestWorlds.Box("cube", new(start, turn), new(0.1, 0.1, 0.1), friction));
        world.Run(1);
        Assert.That((world.Body(1).Pose.Position - start).Length, Is.LessThan(0.5e-3));
    }

    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(0.9)]
    public void A_Box_Slides_Above_The_Angle_Of_Friction(double friction) => SlopeLaws.SlidesAboveTheAngleOfFriction(description => TestWorlds.Build(id, description), friction);

    [Test]
    public void A_Body_On_Ice_Slides_For_Ever()
    {
        using IPhysicsWorld world = TestWorlds.Build(id, TestWorlds.Floor(0), TestWorlds.Cube() with { LinearVelocity = new(1, 0, 0) });
        world.Run(2);
        Assert.That(world.Body(1).LinearVelocity.X, Is.EqualTo(1).Within(0.001));
    }

    [TestCase(1, 1e-3)]
    [TestCase(0.7, 6e-3)]
    public void A_Ball_Bounces_By_Newtons_Restitution(double restitution, double tolerance)
    {
        using IPhysicsWorld world = TestWorlds.Build(id, TestWorlds.Floor(0.5, 0.1), TestWorlds.Ball(new(0, 1.1, 0), restitution));
        double expected = 1;
        for (int bounce = 1; bounce <= 3; bounce++)
        {
            expected *= restitution * restitution;
            Assert.That(NextApex(world), Is.EqualTo(expected).Within(bounce * tolerance), $"bounce {bounce}");
        }
    }

    [TestCase(0.1)]
    [TestCase(1.0)]
    public void A_Pendulum_Has_Its_Period(double amplitude)
    {
        using IPhysicsWorld world = TestWorlds.Build(id, TestWorlds.Pendulum(amplitude));
        var passes = new List<double>();
        double before = 0, energy = WorldEnergy.Of(world).TotalJoules;
        while (world.TimeSeconds < 10)
        {
            world.Step();
            double angle = world.Joint(0).Position[0] + amplitude;
            if (before < 0 && angle >= 0) passes.Add(world.TimeSeconds - (angle / world.Joint(0).Velocity[0]));
            before = angle;
            Assert.That(world.Body(0).Pose.Position.Length, Is.EqualTo(1).Within(1e-3));
            Assert.That(WorldEnergy.Of(world).TotalJoules, Is.EqualTo(energy).Within(0.05));
        }

        double small = Math.Tau * Math.Sqrt((1 + (0.4 * 0.05 * 0.05)) / TestWorlds.Gravity);
        Assert.That((passes[^1] - passes[0]) / (passes.Count - 1), Is.EqualTo(small / ArithmeticGeometricMean(1, Math.Cos(amplitude / 2))).Within(0.02).Percent);
    }

    [Test]
    public void A_Stack_Of_Ten_Boxes_Stays()
    {
        BodyDescription[] boxes = [.. Enumerable.Range(0, 10).Select(i => TestWorlds.Cube(0, 0.05 + (0.1 * i)) with { Name = $"box{i}" })];
        using IPhysicsWorld world = TestWorlds.Build(id, [TestWorlds.Floor(), .. boxes]);
        world.Run(10);
        for (int i = 0; i < boxes.Length; i++)
        {
            Assert.That((world.Body(i + 1).Pose.Position - boxes[i].Pose.Position).Length, Is.LessThan(2e-3), $"box {i}");
        }

        double impulse = world.Contacts.Where(contact => contact.BodyA == 0).Sum(contact => contact.Impulse.Y);
        Assert.That(impulse / world.Description.StepSeconds, Is.EqualTo(10 * TestWorlds.Gravity).Within(5).Percent);
        Assert.That(world.Contacts, Is.All.Matches<Contact>(contact => contact.BodyA < contact.BodyB && contact.Normal.Y > 0.99 && contact.DepthMetres < 1e-3));
    }

    private static double NextApex(IPhysicsWorld world)
    {
        double before = world.Body(1).LinearVelocity.Y;
        while (true)
        {
            world.Step();
            BodyState ball = world.Body(1);
            if (before > 0 && ball.LinearVelocity.Y <= 0) return ball.Pose.Position.Y - 0.1;
            before = ball.LinearVelocity.Y;
        }
    }

    private static double ArithmeticGeometricMean(double a, double b)
    {
        while (Math.Abs(a - b) > 1e-15)
        {
            (a, b) = ((a + b) / 2, Math.Sqrt(a * b));
        }

        return a;
    }
}
