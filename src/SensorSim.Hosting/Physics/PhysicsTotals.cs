using SensorSim.Physics;

namespace SensorSim.Hosting.Physics;

/// <summary>How many bodies a world has.</summary>
/// <param name="Dynamic">That move by forces.</param>
/// <param name="Kinematic">That go their own way.</param>
/// <param name="Static">That stand.</param>
/// <param name="Colliders">Of all of them.</param>
/// <param name="Joints">Between them.</param>
/// <param name="DynamicMassKg">Of what moves by forces.</param>
/// <param name="Open">Whose surface has holes.</param>
public sealed record PhysicsTotals(int Dynamic, int Kinematic, int Static, int Colliders, int Joints, double DynamicMassKg, int Open)
{
    internal static PhysicsTotals Of(IReadOnlyList<BodySummary> bodies, WorldDescription world) => new(
        world.Bodies.Count(body => body.Motion == BodyMotion.Dynamic),
        world.Bodies.Count(body => body.Motion == BodyMotion.Kinematic),
        world.Bodies.Count(body => body.Motion == BodyMotion.Static),
        world.Bodies.Sum(body => body.Colliders.Count),
        world.Joints.Count,
        bodies.Sum(body => body.MassKg ?? 0),
        bodies.Count(body => body.IsOpen));
}
