using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>A convex solid: the hull of its vertices. Immutable.</summary>
/// <param name="Vertices">Corners, metres.</param>
/// <param name="Faces">Polygons over the vertices, counter-clockwise as seen from outside; two opposite ones for a sheet.</param>
internal sealed record ConvexHull(Vector3d[] Vertices, int[][] Faces)
{
    private static readonly int[][] s_sides = [[0, 1, 2], [0, 2, 1]];

    /// <summary>The vertices at the other ends of each vertex's edges; empty where there are too few to search by.</summary>
    public int[][] Neighbours { get; init; } = [];

    /// <summary>A triangle as a sheet.</summary>
    public static ConvexHull Triangle(ReadOnlySpan<Vector3d> corners) => new([.. corners], s_sides);

    /// <summary>The normal of a face that points outwards, unit length.</summary>
    public Vector3d NormalOf(int face)
    {
        // Newell's sum: right for any polygon, also where three corners are nearly in line.
        Vector3d sum = Vector3d.Zero;
        int[] loop = Faces[face];
        for (int i = 0; i < loop.Length; i++)
        {
            sum += Vector3d.Cross(Vertices[loop[i]] - Vertices[loop[0]], Vertices[loop[(i + 1) % loop.Length]] - Vertices[loop[0]]);
        }

        return sum.Length > 0 ? sum.Normalized() : Vector3d.UnitY;
    }

    /// <summary>How deep a point is inside: the distance to the nearest face's plane; negative outside.</summary>
    public double DepthOf(Vector3d point) => DeepestOf([point]);

    /// <summary>How deep the deepest of some points is inside.</summary>
    public double DeepestOf(IEnumerable<Vector3d> points)
    {
        (Vector3d Normal, Vector3d On)[] planes = [.. Faces.Select((loop, face) => (NormalOf(face), Vertices[loop[0]]))];
        double deepest = double.NegativeInfinity;
        foreach (Vector3d point in points)
        {
            double depth = double.PositiveInfinity;
            foreach ((Vector3d normal, Vector3d on) in planes)
            {
                depth = Math.Min(depth, Vector3d.Dot(normal, on - point));
            }

            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
