using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>The parts of a surface that hang together.</summary>
internal static class MeshComponents
{
    /// <param name="triangles">Corners, three for each triangle.</param>
    /// <param name="weld">Corners in the same cell of this size are one, metres.</param>
    /// <returns>Corners of each part's triangles, in the order of their first ones.</returns>
    public static IEnumerable<List<Vector3d>> Of(IReadOnlyList<Vector3d> triangles, double weld)
    {
        var cornerAt = new Dictionary<(long, long, long), int>();
        int[] corners = [.. triangles.Select(p => CornerAt(p))];
        int[] leader = [.. Enumerable.Range(0, cornerAt.Count)];
        for (int i = 0; i + 2 < corners.Length; i += 3)
        {
            Join(corners[i], corners[i + 1]);
            Join(corners[i], corners[i + 2]);
        }

        var parts = new OrderedDictionary<int, List<Vector3d>>();
        for (int i = 0; i + 2 < corners.Length; i += 3)
        {
            int part = LeaderOf(corners[i]);
            if (!parts.TryGetValue(part, out List<Vector3d>? points))
            {
                parts.Add(part, points = []);
            }

            points.AddRange([triangles[i], triangles[i + 1], triangles[i + 2]]);
        }

        return parts.Values;

        int CornerAt(Vector3d p)
        {
            (long, long, long) cell = ((long)Math.Round(p.X / weld), (long)Math.Round(p.Y / weld), (long)Math.Round(p.Z / weld));
            return cornerAt.TryGetValue(cell, out int corner) ? corner : cornerAt[cell] = cornerAt.Count;
        }

        int LeaderOf(int corner)
        {
            while (leader[corner] != corner)
            {
                corner = leader[corner] = leader[leader[corner]];
            }

            return corner;
        }

        void Join(int a, int b) => leader[LeaderOf(a)] = LeaderOf(b);
    }
}
