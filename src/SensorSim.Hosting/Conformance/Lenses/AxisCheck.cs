using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Hosting.Conformance.Lenses;

/// <summary>The axis is seen in the principal point.</summary>
internal sealed class AxisCheck : IConformanceCheck<LensBench>
{
    public string Id => "lens.axis";

    public string Promise => "straight ahead is the principal point, and the other way around";

    public Finding Examine(LensBench subject)
    {
        (Settings worst, double distance) = subject.Usual.Select(pair => (pair.Settings, Distance(subject.Lens, pair.Parameters))).MaxBy(pair => pair.Item2);
        return Finding.AtMost(distance, 1e-9, "focal lengths", $"furthest with {worst.Short()}");
    }

    private static double Distance(Lens lens, object parameters) =>
        lens.ProjectThrough(parameters, Vector3d.UnitZ) is { } place && lens.UnprojectThrough(parameters, new(0, 0)) is { Z: > 0 } ahead
            ? new[] { place.X, place.Y, ahead.X / ahead.Z, ahead.Y / ahead.Z }.Max(Math.Abs)
            : double.PositiveInfinity;
}
