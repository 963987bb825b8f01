using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.UnitTests.Physics;

/// <summary>Motors of joints, by what mechanics books say of springs, dampers and constant forces.</summary>
[TestFixtureSource(typeof(TestWorlds), nameof(TestWorlds.Backends))]
public sealed class MotorTests(string id)
{
    private const double Inertia = 0.5;
    private const double Reach = 0.4;

    // A motor that is asked for more than it can do gives the same force all the way.
    [TestCase(JointType.Revolute, 3)]
    [TestCase(JointType.Revolute, -3)]
    [TestCase(JointType.Prismatic, 3)]
    public void A_Limited_Motor_Accelerates_By_Its_Limit(JointType type, double force)
    {
        using IPhysicsWorld world = Build(type, new(1000, 20) { MaximumForce = Math.Abs(force), Target = Math.Sign(force) * 10 }, gravity: 0);
        for (int step = 0; step < 250; step++)
        {
            world.Step();
            Assert.That(world.Joint(0).Velocity[0], Is.EqualTo(force / InertiaOf(type) * world.TimeSeconds).Within(2e-4 * world.TimeSeconds * Math.Abs(force / InertiaOf(type))), $"{world.TimeSeconds} s");
        }

        Assert.That(world.Joint(0).Position[0], Is.EqualTo(0.5 * force / InertiaOf(type) * 0.25).Within(1).Percent);
    }

    // An arm held out level: its weight pulls with m g l.
    [TestCase(1.05, true)]
    [TestCase(0.8, false)]
    [TestCase(null, true)]
    public void A_Motor_Holds_What_Its_Limit_Lets_It_Hold(double? share, bool holds)
    {
        const double weight = TestWorlds.Gravity * Reach;
        using IPhysicsWorld world = Build(JointType.Revolute, new(4000, 60) { MaximumForce = share * weight }, TestWorlds.Gravity);
        world.Run(1);
        Assert.That(world.Joint(0).Position[0], holds ? Is.EqualTo(-weight / 4000).Within(1).Percent : Is.LessThan(-0.5), "where the spring carries the weight, or far down");
    }

    [Test]
    public void What_Exceeds_A_Limited_Motor_Falls_By_The_Difference()
    {
        const double weight = TestWorlds.Gravity * Reach, force = 2;
        using IPhysicsWorld world = Build(JointType.Revolute, new(1e6, 0) { MaximumForce = force, Target = 1 }, TestWorlds.Gravity);
        world.Run(0.05);
        Assert.That(world.Joint(0).Velocity[0], Is.EqualTo((force - weight) / Inertia * 0.05).Within(0.5).Percent);
    }

    // I θ'' = −k θ − c θ'.
    [TestCase(null)]
    [TestCase(1000.0)]
    public void A_Spring_With_A_Damper_Swings_With_Its_Period_And_Settles_At_Its_Target(double? limit)
    {
        const double stiffness = 20, damping = 0.4, target = 0.3;
        using IPhysicsWorld world = Build(JointType.Revolute, new(stiffness, damping) { MaximumForce = limit, Target = target }, gravity: 0, stepSeconds: 0.0005);
        var passes = new List<double>();
        double before = -1;
        while (world.TimeSeconds < 4)
        {
            world.Step();
            double off = world.Joint(0).Position[0] - target;
            if (before < 0 && off >= 0) passes.Add(world.TimeSeconds - (off / world.Joint(0).Velocity[0]));
            before = off;
        }

        double decay = damping / (2 * Inertia), period = Math.Tau / Math.Sqrt((stiffness / Inertia) - (decay * decay));
        Assert.That((passes[^1] - passes[0]) / (passes.Count - 1), Is.EqualTo(period).Within(0.1).Percent);
        world.Run(16);
        Assert.That(world.Joint(0).Position[0], Is.EqualTo(target).Within(1e-3));
    }

    // I ω' = c (ω₀ − ω): ω₀ (1 − exp(−c t / I)).
    [TestCase(JointType.Revolute, null)]
    [TestCase(JointType.Revolute, 50.0)]
    [TestCase(JointType.Prismatic, null)]
    public void A_Motor_Without_A_Spring_Comes_To_Its_Speed_And_Keeps_It(JointType type, double? limit)
    {
        const double damping = 2, speed = 3;
        using IPhysicsWorld world = Build(type, new(0, damping) { MaximumForce = limit, TargetVelocity = speed }, gravity: 0, stepSeconds: 0.0005);
        world.Run(0.2);
        Assert.That(world.Joint(0).Velocity[0], Is.EqualTo(speed * (1 - Math.Exp(-damping * 0.2 / InertiaOf(type)))).Within(0.2).Percent);
        world.Run(4.8);
        Assert.That(world.Joint(0).Velocity[0], Is.EqualTo(speed).Within(1e-3));
        Assert.That(world.Joint(0).Position[0], Is.GreaterThan(2 * Math.PI), "beyond a turn");
    }

    // Taken explicitly it would swing up: its own frequency times the step is 2.8.
    [TestCase(null)]
    [TestCase(50.0)]
    public void A_Motor_Is_Stable_However_Stiff(double? limit)
    {
        using IPhysicsWorld world = Build(JointType.Revolute, new(1e6, 1) { MaximumForce = limit, Target = 0.01 }, gravity: 0);
        world.Run(0.5);
        Assert.That(world.Joint(0).Position[0], Is.EqualTo(0.01).Within(1e-5));
        Assert.That(world.Joint(0).Velocity[0], Is.Zero.Within(1e-4));
    }

    [Test]
    public void A_Joint_With_A_Motor_Keeps_Its_Limits([Values] bool isLimited)
    {
        using IPhysicsWorld world = Build(JointType.Revolute, new(50, 5) { MaximumForce = isLimited ? 10 : null, Target = 2 }, gravity: 0, change: joint => joint with { Lower = -0.5, Upper = 0.7 });
        world.Run(3);
        Assert.That(world.Joint(0).Position[0], Is.EqualTo(0.7).Within(0.01));
    }

    [Test]
    public void Both_Bodies_Of_A_Motor_Feel_It()
    {
        // In free space: the sum of both turns' momentum stays 0.
        BodyDescription Wheel(string name, double z) => new() { Name = name, Pose = new(new(0, 0, z), Quaterniond.Identity), Mass = new() { Kilograms = 1, Moments = new(0.3, 0.3, 0.2 + z) } };
        using IPhysicsWorld world = TestWorlds.Build(id, new WorldDescription
        {
            Gravity = default,
            Bodies = [Wheel("rotor", 0), Wheel("stator", 0.1)],
            Joints = [new() { Name = "axle", Type = JointType.Revolute, Child = "rotor", Parent = "stator", Servo = new(0, 10) { MaximumForce = 0.5, TargetVelocity = 1000 } }],
        });
        world.Run(1);
        Assert.That(world.Body(0).AngularVelocity.Z, Is.EqualTo(0.5 / 0.2).Within(0.1).Percent);
        Assert.That(world.Body(1).AngularVelocity.Z, Is.EqualTo(-0.5 / 0.3).Within(0.1).Percent);
    }

    [Test]
    public void A_Motor_That_Nothing_Can_Be_Is_Told()
    {
        Assert.That(() => Build(JointType.Revolute, new(1, 0) { MaximumForce = 0 }, 0), Throws.TypeOf<PhysicsException>().With.Message.Contains("The joint \"joint\": its servo gives 0 at most; a force above 0 is expected"));
        Assert.That(() => Build(JointType.Revolute, new(1, 0) { Target = double.NaN }, 0), Throws.TypeOf<PhysicsException>().With.Message.Contains("its servo has the target NaN"));
    }

    private static double InertiaOf(JointType type) => type == JointType.Revolute ? Inertia : 1;

    // One kilogram: on an arm that lies along +x and turns about +z in the origin, or on a rail along +x.
    private IPhysicsWorld Build(JointType type, JointServo servo, double gravity, double stepSeconds = 0.002, Func<JointDescription, JointDescription>? change = null)
    {
        double own = Inertia - (Reach * Reach);
        var joint = new JointDescription { Name = "joint", Type = type, Child = "arm", Anchor = new(-Reach, 0, 0), Axis = type == JointType.Revolute ? Vector3d.UnitZ : Vector3d.UnitX, Servo = servo };
        return TestWorlds.Build(id, new WorldDescription
        {
            Gravity = new(0, -gravity, 0),
            StepSeconds = stepSeconds,
            Bodies = [new() { Name = "arm", Pose = new(new(Reach, 0, 0), Quaterniond.Identity), Mass = new() { Kilograms = 1, Moments = new(own, own, own) } }],
            Joints = [change?.Invoke(joint) ?? joint],
        });
    }
}
