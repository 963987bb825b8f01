using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>Two bodies that touched during a step, all their points together.</summary>
/// <param name="BodyA">Place in the world's description, smaller than that of <paramref name="BodyB"/>.</param>
/// <param name="BodyB">The other.</param>
/// <param name="Point">The middle of the points, world space, metres.</param>
/// <param name="Normal">Of the deepest point, from A to B, of length 1.</param>
/// <param name="Impulse">What A gave to B during the step, N s.</param>
/// <param name="DepthMetres">Of the deepest point.</param>
public readonly record struct BodyContact(int BodyA, int BodyB, Vector3d Point, Vector3d Normal, Vector3d Impulse, double DepthMetres)
{
    /// <summary>Pairs of bodies with all points in which they touched, in the order of bodies.</summary>
    public static BodyContact[] PairsOf(IReadOnlyList<Contact> points) => points.Count == 0
        ? []
        : [.. points.Where(point => point.DepthMetres >= 0 || point.Impulse != Vector3d.Zero).GroupBy(point => (point.BodyA, point.BodyB)).OrderBy(pair => pair.Key).Select(pair => Of(pair.Key, [.. pair]))];

    private static BodyContact Of((int A, int B) pair, Contact[] points)
    {
        Contact deepest = points.MaxBy(point => point.DepthMetres);
        Vector3d middle = points.Aggregate(Vector3d.Zero, (sum, point) => sum + point.Point), impulse = points.Aggregate(Vector3d.Zero, (sum, point) => sum + point.Impulse);
        return new(pair.A, pair.B, (1.0 / points.Length) * middle, deepest.Normal, impulse, deepest.DepthMetres);
    }
}
