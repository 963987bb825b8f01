using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>Where the mass of a solid of even density is.</summary>
/// <param name="Volume">Cubic metres.</param>
/// <param name="Centre">Of mass.</param>
/// <param name="InverseGyration">The inverse of the moment of inertia for each kilogram, 1/m².</param>
internal readonly record struct MassProperties(double Volume, Vector3d Centre, Matrix4x4d InverseGyration)
{
    /// <summary>Of hulls; what two of them share counts twice.</summary>
    public static MassProperties Of(IReadOnlyList<ConvexHull> hulls) => Of(hulls[0].Vertices[0], hulls.SelectMany(Triangles));

    /// <summary>Of what a closed surface holds; null of one that is open, or inside out.</summary>
    /// <param name="triangles">Corners, three for each triangle, counter-clockwise as seen from outside.</param>
    public static MassProperties? Within(IReadOnlyList<Vector3d> triangles)
    {
        Vector3d facing = Vector3d.Zero;
        double area = 0;
        for (int i = 0; i + 2 < triangles.Count; i += 3)
        {
            Vector3d normal = Vector3d.Cross(triangles[i + 1] - triangles[i], triangles[i + 2] - triangles[i]);
            (facing, area) = (facing + normal, area + normal.Length);
        }

        // The faces of a closed surface look everywhere alike.
        return facing.Length < 1e-6 * area && Of(triangles[0], Corners(triangles)) is { Volume: > 0 } mass ? mass : null;
    }

    private static MassProperties Of(Vector3d origin, IEnumerable<(Vector3d A, Vector3d B, Vector3d C)> surface)
    {
        double volume = 0;
        Vector3d first = Vector3d.Zero, squares = Vector3d.Zero, products = Vector3d.Zero;
        foreach ((Vector3d a, Vector3d b, Vector3d c) in surface)
        {
            // Each triangle spans a tetrahedron with the origin; its second moments are those of its corners and their sum.
            (Vector3d p, Vector3d q, Vector3d r) = (a - origin, b - origin, c - origin);
            double v = Vector3d.Dot(p, Vector3d.Cross(q, r)) / 6;
            Vector3d s = p + q + r;
            volume += v;
            first += (v / 4) * s;
            squares += (v / 20) * new Vector3d((p.X * p.X) + (q.X * q.X) + (r.X * r.X) + (s.X * s.X), (p.Y * p.Y) + (q.Y * q.Y) + (r.Y * r.Y) + (s.Y * s.Y), (p.Z * p.Z) + (q.Z * q.Z) + (r.Z * r.Z) + (s.Z * s.Z));
            products += (v / 20) * new Vector3d((p.Y * p.Z) + (q.Y * q.Z) + (r.Y * r.Z) + (s.Y * s.Z), (p.X * p.Z) + (q.X * q.Z) + (r.X * r.Z) + (s.X * s.Z), (p.X * p.Y) + (q.X * q.Y) + (r.X * r.Y) + (s.X * s.Y));
        }

        Vector3d m = (1 / volume) * first;
        Vector3d ss = (1 / volume) * squares - new Vector3d(m.X * m.X, m.Y * m.Y, m.Z * m.Z);
        Vector3d pp = (1 / volume) * products - new Vector3d(m.Y * m.Z, m.X * m.Z, m.X * m.Y);
        var gyration = new Matrix4x4d(ss.Y + ss.Z, -pp.Z, -pp.Y, 0, -pp.Z, ss.X + ss.Z, -pp.X, 0, -pp.Y, -pp.X, ss.X + ss.Y, 0, 0, 0, 0, 1);
        return new(volume, origin + m, gyration.InverseAffine());
    }

    private static IEnumerable<(Vector3d A, Vector3d B, Vector3d C)> Corners(IReadOnlyList<Vector3d> triangles) =>
        Enumerable.Range(0, triangles.Count / 3).Select(i => (triangles[3 * i], triangles[(3 * i) + 1], triangles[(3 * i) + 2]));

    private static IEnumerable<(Vector3d A, Vector3d B, Vector3d C)> Triangles(ConvexHull hull) =>
        hull.Faces.SelectMany(loop => Enumerable.Range(1, loop.Length - 2).Select(i => (hull.Vertices[loop[0]], hull.Vertices[loop[i]], hull.Vertices[loop[i + 1]])));
}
