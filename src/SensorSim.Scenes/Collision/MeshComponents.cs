using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>The parts of a surface that hang together.</summary>
internal static class MeshComponents
{
    /// <summary>Parts that share corners.</summary>
    /// <param name="triangles">Corners, three for each triangle.</param>
    /// <param name="weld">Corners in the same cell of this size are one, metres.</param>
    /// <returns>Corners of each part's triangles, in the order of their first ones.</returns>
    public static IEnumerable<List<Vector3d>> Of(IReadOnlyList<Vector3d> triangles, double weld)
    {
        int[] corners = Welded(triangles, weld);
        return Joined(triangles, [.. Enumerable.Range(0, triangles.Count / 3).SelectMany(t => new[] { (corners[3 * t], t), (corners[(3 * t) + 1], t), (corners[(3 * t) + 2], t) })]);
    }

    /// <summary>Parts that share edges: solids that only touch, at a corner or along an edge, stay apart.</summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<List<Vector3d>> AcrossEdges(IReadOnlyList<Vector3d> triangles, double weld)
    {
        int[] corners = Welded(triangles, weld);
        IEnumerable<((int, int) Edge, int Triangle)> uses = Enumerable.Range(0, triangles.Count / 3).SelectMany(t => Enumerable.Range(0, 3).Select(i => (EdgeOf(corners[(3 * t) + i], corners[(3 * t) + ((i + 1) % 3)]), t)));
        // More than two triangles at an edge are two solids that touch along it.
        return Joined(triangles, [.. uses.GroupBy(use => use.Edge).Where(edge => edge.Count() == 2).SelectMany(edge => edge)]);
    }

    private static (int, int) EdgeOf(int a, int b) => a < b ? (a, b) : (b, a);

    private static int[] Welded(IReadOnlyList<Vector3d> triangles, double weld)
    {
        var cornerAt = new Dictionary<(long, long, long), int>();
        return [.. triangles.Select(CornerAt)];

        int CornerAt(Vector3d p)
        {
            (long, long, long) cell = ((long)Math.Round(p.X / weld), (long)Math.Round(p.Y / weld), (long)Math.Round(p.Z / weld));
            return cornerAt.TryGetValue(cell, out int corner) ? corner : cornerAt[cell] = cornerAt.Count;
        }
    }

    // Triangles that have something in common are in one part.
    private static List<List<Vector3d>> Joined<T>(IReadOnlyList<Vector3d> triangles, (T Shared, int Triangle)[] uses)
        where T : notnull
    {
        int[] leader = [.. Enumerable.Range(0, triangles.Count / 3)];
        var first = new Dictionary<T, int>();
        foreach ((T shared, int triangle) in uses)
        {
            if (!first.TryAdd(shared, triangle))
            {
                leader[LeaderOf(first[shared])] = LeaderOf(triangle);
            }
        }

        var parts = new OrderedDictionary<int, List<Vector3d>>();
        for (int t = 0; t < leader.Length; t++)
        {
            int part = LeaderOf(t);
            if (!parts.TryGetValue(part, out List<Vector3d>? points))
            {
                parts.Add(part, points = []);
            }

            points.AddRange([triangles[3 * t], triangles[(3 * t) + 1], triangles[(3 * t) + 2]]);
        }

        return [.. parts.Values];

        int LeaderOf(int triangle)
        {
            while (leader[triangle] != triangle)
            {
                triangle = leader[triangle] = leader[leader[triangle]];
            }

            return triangle;
        }
    }
}
