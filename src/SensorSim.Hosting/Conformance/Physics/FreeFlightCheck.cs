using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Hosting.Conformance.Physics;

/// <summary>What touches nothing follows its parabola.</summary>
internal sealed class FreeFlightCheck : IConformanceCheck<PhysicsBench>
{
    private const double Tolerance = 1e-9;
    private const int Count = 300;

    public string Id => "physics.free-flight";

    public string Promise => "a body that touches nothing follows x + v t + g t²/2, with the share of gravity that it feels";

    public Finding Examine(PhysicsBench subject) => Finding.AtMost(new[] { 1, 0.5, 0, -1 }.Max(factor => Off(subject, factor)), Tolerance, "m");

    private static double Off(PhysicsBench subject, double factor)
    {
        var start = new Pose(new(1, 2, 3), Quaterniond.Identity);
        Vector3d velocity = new(1.5, 4, -0.5);
        using IPhysicsWorld world = subject.Backend.BuildWith(subject.Defaults, new() { Bodies = [PhysicsBench.Ball("ball", start, 0) with { LinearVelocity = velocity, GravityFactor = factor }] });
        return PhysicsBench.States(world, Count).Select((state, i) =>
        {
            double t = (i + 1) * world.Description.StepSeconds;
            return (state.Pose.Position - (start.Position + (t * velocity) + (t * t / 2 * factor * world.Description.Gravity))).Length;
        }).Max();
    }
}
