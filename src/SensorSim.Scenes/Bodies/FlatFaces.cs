using SensorSim.Geometry;
using SensorSim.Scenes.Collision;

namespace SensorSim.Scenes.Bodies;

/// <summary>The convex flat parts of a surface.</summary>
internal static class FlatFaces
{
    private const double NormalStep = 1e-4;

    /// <summary>Triangles that lie in one plane and hang together are one face where that is convex, else a face each. Triangles without area are left out.</summary>
    /// <param name="triangles">Corners, three for each triangle.</param>
    /// <param name="weld">Corners as near as this are one, metres.</param>
    /// <returns>Corners of each face's triangles.</returns>
    public static IReadOnlyList<IReadOnlyList<Vector3d>> Of(IReadOnlyList<Vector3d> triangles, double weld)
    {
        IEnumerable<Vector3d[]> all = Enumerable.Range(0, triangles.Count / 3).Select(i => new[] { triangles[3 * i], triangles[(3 * i) + 1], triangles[(3 * i) + 2] });
        var faces = new List<IReadOnlyList<Vector3d>>();
        foreach (IGrouping<(long, long, long, long), Vector3d[]> plane in all.Where(triangle => AreaOf(triangle) > weld * weld).GroupBy(triangle => PlaneOf(triangle, weld)))
        {
            foreach (List<Vector3d> patch in MeshComponents.Of([.. plane.SelectMany(triangle => triangle)], weld))
            {
                faces.AddRange(IsConvex(patch, weld) ? [patch] : patch.Chunk(3));
            }
        }

        return faces;
    }

    /// <summary>Of a face, unit length.</summary>
    public static Vector3d NormalOf(IReadOnlyList<Vector3d> face) => Vector3d.Cross(face[1] - face[0], face[2] - face[0]).Normalized();

    /// <summary>How wide a face is at most across its longest side, about: its area over that side.</summary>
    public static double WidthOf(IReadOnlyList<Vector3d> face) => face.Chunk(3).Sum(AreaOf) / face.Max(a => (a - face[0]).Length);

    private static double AreaOf(IReadOnlyList<Vector3d> triangle) => 0.5 * Vector3d.Cross(triangle[1] - triangle[0], triangle[2] - triangle[0]).Length;

    private static (long X, long Y, long Z, long Distance) PlaneOf(Vector3d[] triangle, double weld)
    {
        Vector3d normal = NormalOf(triangle);
        return (Step(normal.X / NormalStep), Step(normal.Y / NormalStep), Step(normal.Z / NormalStep), Step(Vector3d.Dot(normal, triangle[0]) / (10 * weld)));
    }

    private static long Step(double value) => (long)Math.Round(value);

    // It covers as much as its hull.
    private static bool IsConvex(List<Vector3d> patch, double weld)
    {
        const double thickness = 1;
        Vector3d normal = NormalOf(patch);
        double covered = patch.Chunk(3).Sum(AreaOf);
        return patch.Count == 3 || covered > 0.999 * MassProperties.Of([QuickHull.Of(patch.Concat(patch.Select(corner => corner - (thickness * normal))), weld)]).Volume / thickness;
    }
}
