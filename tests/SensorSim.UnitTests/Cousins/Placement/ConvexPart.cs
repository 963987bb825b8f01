using SensorSim.Geometry;

namespace SensorSim.UnitTests.Cousins.Placement;

/// <summary>
/// A convex solid of which the tests know everything, and how deep two overlap by the separating axis theorem: the least overlap along the normals of
/// both and the cross products of their edges is the exact depth. Shares no code with what it checks.
/// </summary>
/// <param name="Vertices">World space.</param>
/// <param name="Normals">One for each pair of parallel faces, or for each face; unit length.</param>
/// <param name="Edges">Directions of all edges, each once.</param>
internal sealed record ConvexPart(Vector3d[] Vertices, Vector3d[] Normals, Vector3d[] Edges)
{
    public static ConvexPart Box(Vector3d centre, Vector3d size) => new(
        [.. Enumerable.Range(0, 8).Select(i => centre + new Vector3d(((i & 1) - 0.5) * size.X, (((i >> 1) & 1) - 0.5) * size.Y, ((i >> 2) - 0.5) * size.Z))],
        [Vector3d.UnitX, Vector3d.UnitY, Vector3d.UnitZ],
        [Vector3d.UnitX, Vector3d.UnitY, Vector3d.UnitZ]);

    /// <summary>An upright prism over a regular polygon with an even number of corners.</summary>
    public static ConvexPart Prism(int corners, double radius, double height)
    {
        Vector3d At(double i, double y) => new(radius * Math.Cos(Math.Tau * i / corners), y, radius * Math.Sin(Math.Tau * i / corners));
        Vector3d[] sides = [.. Enumerable.Range(0, corners / 2).Select(i => At(i + 0.5, 0).Normalized())];
        return new(
            [.. Enumerable.Range(0, 2 * corners).Select(i => At(i / 2, (i % 2) * height))],
            [.. sides, Vector3d.UnitY],
            [.. Enumerable.Range(0, corners / 2).Select(i => (At(i + 1, 0) - At(i, 0)).Normalized()), Vector3d.UnitY]);
    }

    public ConvexPart Moved(Matrix4x4d m) => new(
        [.. Vertices.Select(m.TransformPoint)],
        [.. Normals.Select(n => m.TransformDirection(n).Normalized())],
        [.. Edges.Select(e => m.TransformDirection(e).Normalized())]);

    /// <summary>How deep two overlap, metres; 0 or less, where a plane parts them, is the widest gap of a plane.</summary>
    /// <param name="enough">What is less is not told exactly.</param>
    public static double Depth(ConvexPart a, ConvexPart b, double enough)
    {
        double depth = double.PositiveInfinity;
        foreach (Vector3d axis in a.Normals.Concat(b.Normals).Concat(a.Edges.SelectMany(e => b.Edges.Select(f => Vector3d.Cross(e, f)))))
        {
            if (axis.Length < 1e-6)
            {
                continue;
            }

            Vector3d unit = axis.Normalized();
            ((double lowA, double highA), (double lowB, double highB)) = (a.Extent(unit), b.Extent(unit));
            depth = Math.Min(depth, Math.Min(highA - lowB, highB - lowA));
            if (depth < enough)
            {
                break;
            }
        }

        return depth;
    }

    public (double Low, double High) Extent(Vector3d axis)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (Vector3d v in Vertices)
        {
            double along = Vector3d.Dot(v, axis);
            (low, high) = (Math.Min(low, along), Math.Max(high, along));
        }

        return (low, high);
    }

    /// <summary>Triangles of its surface, outwards.</summary>
    public IEnumerable<Vector3d> Triangles()
    {
        foreach (Vector3d normal in Normals.SelectMany(n => new[] { n, -n }))
        {
            double top = Extent(normal).High;
            Vector3d[] face = [.. Vertices.Where(v => Vector3d.Dot(v, normal) > top - 1e-9)];
            Vector3d centre = (1.0 / face.Length) * face.Aggregate((p, q) => p + q), x = (face[0] - centre).Normalized(), y = Vector3d.Cross(normal, x);
            face = [.. face.OrderBy(v => Math.Atan2(Vector3d.Dot(v - centre, y), Vector3d.Dot(v - centre, x)))];
            for (int i = 2; i < face.Length; i++)
            {
                yield return face[0];
                yield return face[i - 1];
                yield return face[i];
            }
        }
    }
}
