using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>Joins the triangles of a hull that lie in one plane.</summary>
internal static class HullFaces
{
    private const double SamePlaneCosine = 0.99999;

    /// <param name="points">Of which the hull takes some.</param>
    /// <param name="triangles">Counter-clockwise as seen from outside.</param>
    public static ConvexHull Merged(Vector3d[] points, (int A, int B, int C)[] triangles)
    {
        int[] used = [.. triangles.SelectMany(t => new[] { t.A, t.B, t.C }).Distinct().Order()];
        var indexOf = used.Index().ToDictionary(u => u.Item, u => u.Index);
        var groups = new List<(Vector3d Normal, HashSet<int> Corners)>();
        foreach ((int a, int b, int c) in triangles.OrderByDescending(t => Area(points, t).Length).ThenBy(t => t.A).ThenBy(t => t.B).ThenBy(t => t.C))
        {
            Vector3d area = Area(points, (a, b, c));
            if (area.Length == 0)
            {
                continue;
            }

            Vector3d normal = area.Normalized();
            int group = groups.FindIndex(g => Vector3d.Dot(g.Normal, normal) > SamePlaneCosine);
            if (group < 0)
            {
                group = groups.Count;
                groups.Add((normal, []));
            }

            groups[group].Corners.UnionWith([a, b, c]);
        }

        return new([.. used.Select(u => points[u])], [.. groups.Select(g => Loop(points, g.Normal, g.Corners).Select(corner => indexOf[corner]).ToArray())])
        {
            Neighbours = NeighboursOf(used.Length, triangles.Select(t => (indexOf[t.A], indexOf[t.B], indexOf[t.C]))),
        };
    }

    private static int[][] NeighboursOf(int count, IEnumerable<(int A, int B, int C)> triangles)
    {
        var neighbours = new SortedSet<int>[count];
        for (int i = 0; i < count; i++)
        {
            neighbours[i] = [];
        }

        foreach ((int a, int b, int c) in triangles)
        {
            neighbours[a].UnionWith([b, c]);
            neighbours[b].UnionWith([a, c]);
            neighbours[c].UnionWith([a, b]);
        }

        return [.. neighbours.Select(of => of.ToArray())];
    }

    private static Vector3d Area(Vector3d[] points, (int A, int B, int C) t) => Vector3d.Cross(points[t.B] - points[t.A], points[t.C] - points[t.A]);

    // A face of a hull is convex: its corners go around its middle.
    private static IEnumerable<int> Loop(Vector3d[] points, Vector3d normal, HashSet<int> corners)
    {
        Vector3d centre = (1.0 / corners.Count) * corners.Order().Aggregate(Vector3d.Zero, (sum, corner) => sum + points[corner]);
        Vector3d x = Vector3d.Cross(normal, Math.Abs(normal.X) < 0.5 ? Vector3d.UnitX : Vector3d.UnitY).Normalized(), y = Vector3d.Cross(normal, x);
        return corners.OrderBy(corner => Math.Atan2(Vector3d.Dot(points[corner] - centre, y), Vector3d.Dot(points[corner] - centre, x))).ThenBy(corner => corner);
    }
}
