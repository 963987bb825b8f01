using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>The tetrahedron from which a hull grows.</summary>
internal static class HullSimplex
{
    /// <summary>Four points far apart, for points that <see cref="Thickened"/> gave.</summary>
    public static int[] Of(IReadOnlyList<Vector3d> points)
    {
        (int a, int b) = Ends(points);
        int c = Farthest(points, p => DistanceToLine(points[a], points[b], p));
        Vector3d normal = Vector3d.Cross(points[b] - points[a], points[c] - points[a]).Normalized();
        int d = Farthest(points, p => Math.Abs(Vector3d.Dot(normal, p - points[a])));
        return [a, b, c, d];
    }

    /// <summary>The points, and where they are all in a point, line or plane, others beside it.</summary>
    public static List<Vector3d> Thickened(List<Vector3d> points, double tolerance)
    {
        double thickness = 2 * tolerance;
        (int a, int b) = Ends(points);
        if ((points[b] - points[a]).Length < thickness)
        {
            return Thickened([points[a], points[a] + (2 * thickness * Vector3d.UnitX)], tolerance);
        }

        int c = Farthest(points, p => DistanceToLine(points[a], points[b], p));
        Vector3d along = (points[b] - points[a]).Normalized();
        if (DistanceToLine(points[a], points[b], points[c]) < thickness)
        {
            Vector3d across = Vector3d.Cross(along, Math.Abs(along.X) < 0.5 ? Vector3d.UnitX : Vector3d.UnitY).Normalized();
            return Thickened([.. points, points[a] + (2 * thickness * across), points[b] + (2 * thickness * across)], tolerance);
        }

        Vector3d normal = Vector3d.Cross(along, points[c] - points[a]).Normalized();
        return points.Any(p => Math.Abs(Vector3d.Dot(normal, p - points[a])) >= thickness)
            ? points
            : [.. points.Select(p => p + (tolerance * normal)), .. points.Select(p => p - (tolerance * normal))];
    }

    private static (int A, int B) Ends(IReadOnlyList<Vector3d> points)
    {
        int a = Farthest(points, p => (p - points[0]).Length);
        return (a, Farthest(points, p => (p - points[a]).Length));
    }

    private static double DistanceToLine(Vector3d a, Vector3d b, Vector3d p) => Vector3d.Cross((b - a).Normalized(), p - a).Length;

    private static int Farthest(IReadOnlyList<Vector3d> points, Func<Vector3d, double> distance)
    {
        (int farthest, double most) = (0, double.NegativeInfinity);
        for (int i = 0; i < points.Count; i++)
        {
            double d = distance(points[i]);
            (farthest, most) = d > most ? (i, d) : (farthest, most);
        }

        return farthest;
    }
}
