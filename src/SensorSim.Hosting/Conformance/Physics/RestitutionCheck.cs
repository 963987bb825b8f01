using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Hosting.Conformance.Physics;

/// <summary>Newton's restitution of a pair whose coefficients differ.</summary>
internal sealed class RestitutionCheck : IConformanceCheck<PhysicsBench>
{
    private const double Restitution = 0.7;
    private const double Speed = 3;

    public string Id => "physics.restitution";

    public string Promise => "a ball leaves a floor with its speed times the larger of both coefficients";

    public Finding Examine(PhysicsBench subject)
    {
        BodyDescription ball = PhysicsBench.Ball("ball", new(new(0, 0.3, 0), Quaterniond.Identity), Restitution) with { LinearVelocity = new(0, -Speed, 0) };
        using IPhysicsWorld world = subject.Backend.BuildWith(subject.Defaults, new() { Gravity = Vector3d.Zero, Bodies = [PhysicsBench.Floor(0.5, 0.2), ball] });
        PhysicsBench.States(world, 100);
        return Finding.AtMost(Math.Abs((world.Body(1).LinearVelocity.Y / Speed) - Restitution), 0.01, "of the speed");
    }
}
