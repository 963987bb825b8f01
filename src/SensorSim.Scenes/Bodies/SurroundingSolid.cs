using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Collision;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Bodies;

/// <summary>
/// What stands still, as bodies meet it. Convex solids alone, because not every backend knows triangles: closed convex parts as they are, and of everything else each flat face with what is behind it.
/// </summary>
internal static class SurroundingSolid
{
    /// <summary>How far a part may lie under its convex hull and still count as convex, metres.</summary>
    private const double Hollow = 1e-3;

    /// <summary>A face with nothing behind it is so thick: enough that nothing falls through between two steps.</summary>
    private const double SheetMetres = 0.05;

    /// <summary>Thinner walls than this are made so thick, towards the other side.</summary>
    private const double ThinnestMetres = 0.002;

    /// <summary>Of a part with more faces the hollows are filled: it is round, or scanned.</summary>
    private const int MostFaces = 600;

    private const int MostPieces = 64;

    /// <summary>Narrower faces are bevels, and what is beside them covers them.</summary>
    private const double BevelMetres = 2.5e-3;

    private const double Weld = 1e-5;

    /// <param name="triangles">Corners, three for each triangle, counter-clockwise as seen from outside.</param>
    public static IReadOnlyList<Collider> Of(IReadOnlyList<Vector3d> triangles) => [.. MeshComponents.AcrossEdges(triangles, Weld).SelectMany(PartOf)];

    private static IEnumerable<Collider> PartOf(List<Vector3d> triangles)
    {
        if (MassProperties.Within(triangles) is not null && QuickHull.Of(triangles, Weld) is var hull && hull.DeepestOf(Middles(triangles)) < Hollow)
        {
            return [ConvexCollider.Of(hull, Vector3d.Zero)];
        }

        IReadOnlyList<Vector3d>[] faces = [.. FlatFaces.Of(triangles, Weld).Where(face => FlatFaces.WidthOf(face) > BevelMetres)];
        if (faces.Length > MostFaces)
        {
            double size = Box.Around([.. triangles]).Size.Length;
            return ConvexDecomposition.Of(triangles, 0.005 * size, 1e-3 * size, MostPieces).Select(piece => ConvexCollider.Of(piece, Vector3d.Zero));
        }

        var behind = new TriangleTree([.. triangles]);
        return faces.Select(face => Thickened(face, behind));
    }

    private static Collider Thickened(IReadOnlyList<Vector3d> face, TriangleTree behind)
    {
        Vector3d normal = FlatFaces.NormalOf(face);
        double depth = Middles(face).Min(middle => behind.Nearest(new(middle - (1e-4 * normal), -normal), SheetMetres)?.Distance ?? SheetMetres);
        return ConvexCollider.Of(QuickHull.Of(face.Concat(face.Select(corner => corner - (Math.Max(depth, ThinnestMetres) * normal))), Weld), Vector3d.Zero);
    }

    private static IEnumerable<Vector3d> Middles(IReadOnlyList<Vector3d> triangles)
    {
        for (int i = 0; i + 2 < triangles.Count; i += 3)
        {
            yield return (1.0 / 3) * (triangles[i] + triangles[i + 1] + triangles[i + 2]);
        }
    }
}
