using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Hosting.Conformance.Physics;

/// <summary>Motors of joints: spring, damper, and a force that has an end.</summary>
internal sealed class MotorCheck : IConformanceCheck<PhysicsBench>
{
    private const double Tolerance = 0.02;
    private const double Inertia = 0.5;
    private const double Target = 0.3;
    private const double Limit = 3;
    private const int Steps = 1000;

    // Swings on for about two turns of its phase in the second that is looked at.
    private static readonly JointServo s_spring = new(20, 2) { Target = Target };

    public string Id => "physics.motor";

    public string Promise => "a motor at a hinge swings as its spring and damper have it, and one with a limit gives that and no more";

    public Finding Examine(PhysicsBench subject)
    {
        if (subject.WhyNot(WorldOf(s_spring)) is { } refusal)
        {
            return Finding.Skip($"it takes no motors: {refusal}");
        }

        double swing = Swing(subject), force = Force(subject);
        return Finding.AtMost(Math.Max(swing, force), Tolerance, "of the way", swing >= force ? "spring and damper" : "limit of force");
    }

    // I θ'' = k (target − θ) − c θ', from rest.
    private static double Swing(PhysicsBench subject)
    {
        double decay = s_spring.Damping / (2 * Inertia), rate = Math.Sqrt((s_spring.Stiffness / Inertia) - (decay * decay));
        return Worst(subject, s_spring, (joint, t) =>
            Math.Abs(joint.Position[0] - (Target * (1 - (Math.Exp(-decay * t) * (Math.Cos(rate * t) + (decay / rate * Math.Sin(rate * t))))))) / Target);
    }

    private static double Force(PhysicsBench subject) =>
        Worst(subject, new(1e5, 100) { MaximumForce = Limit, Target = 100 }, (joint, t) => Math.Abs(joint.Velocity[0] - (Limit / Inertia * t)) / (Limit / Inertia * t));

    private static double Worst(PhysicsBench subject, JointServo servo, Func<JointState, double, double> error)
    {
        using IPhysicsWorld world = subject.Backend.BuildWith(subject.Defaults, WorldOf(servo));
        double worst = 0;
        for (int step = 0; step < Steps; step++)
        {
            world.Step();
            worst = Math.Max(worst, error(world.Joint(0), world.TimeSeconds));
        }

        return worst;
    }

    private static WorldDescription WorldOf(JointServo servo) => new()
    {
        Gravity = Vector3d.Zero,
        StepSeconds = 1.0 / Steps,
        Bodies = [new() { Name = "wheel", Mass = new() { Kilograms = 1, Moments = new(Inertia, Inertia, Inertia) } }],
        Joints = [new() { Name = "axle", Type = JointType.Revolute, Child = "wheel", Servo = servo }],
    };
}
