using SensorSim.Geometry;

namespace SensorSim.Scenes.Rays;

/// <summary>
/// Finds what an object reaches into: surfaces that cut it when its box is drawn in by <see cref="Footing.TouchMetres"/> on all sides, or by a quarter where it is thinner than that, so that what it stands on, or leans on, does not.
/// Each of the two must cut the other so. Two triangles cut each other where an edge of one meets the other.
/// </summary>
/// <param name="scene">As it lies when the episode begins.</param>
public sealed class Overlap(RestingScene scene)
{
    // Of a mesh with millions of triangles so many are looked at, evenly: a warning is not worth a minute.
    private const int MostTriangles = 20_000;

    /// <summary>The first node that an object cuts; null where there is none.</summary>
    /// <param name="root">Its node; all that hangs on it counts.</param>
    public int? Of(int root)
    {
        HashSet<int> own = scene.WithAllBelow(root);
        Box box = scene.BoxOf(own);
        if (box.IsEmpty || box.Size is not { X: > 0, Y: > 0, Z: > 0 })
        {
            return null;
        }

        int[] drawn = [.. own.Where(scene.IsDrawn)];
        return scene.Others(Inner(box), own).Select(node => (int?)node).FirstOrDefault(node => Cuts(drawn, box, [node!.Value]) && Cuts([node.Value], scene.BoxOf([node.Value]), drawn));
    }

    // A bin that is drawn in cuts what lies in it, and what lies in it not the bin: each must cut the other.
    private bool Cuts(int[] parts, Box box, int[] others)
    {
        if (box.Size is not { X: > 0, Y: > 0, Z: > 0 })
        {
            return true;
        }

        Matrix4x4d drawnIn = DrawnIn(box, Inner(box));
        return parts.Any(part => others.Any(other => AreCut(part, drawnIn * scene.ToWorld(part), other)));
    }

    private static Box Inner(Box box)
    {
        Vector3d margin = new(Margin(box.Size.X), Margin(box.Size.Y), Margin(box.Size.Z));
        return new(box.Min + margin, box.Max - margin);
    }

    private static double Margin(double side) => Math.Min(Footing.TouchMetres, side / 4);

    private bool AreCut(int part, Matrix4x4d partToWorld, int other)
    {
        Matrix4x4d partToOther = scene.ToNode(other) * partToWorld;
        return Cuts(scene.TreeOf(part), partToOther, scene.TreeOf(other)) || Cuts(scene.TreeOf(other), partToOther.InverseAffine(), scene.TreeOf(part));
    }

    // Whether edges of one meet faces of the other.
    private static bool Cuts(TriangleTree edges, Matrix4x4d toFaces, TriangleTree faces)
    {
        var near = new List<int>();
        edges.Find(faces.Bounds.Transformed(toFaces.InverseAffine()), near);
        int step = 1 + (near.Count / MostTriangles);
        for (int i = 0; i < near.Count; i += step)
        {
            ReadOnlySpan<Vector3d> corners = edges[near[i]];
            (Vector3d a, Vector3d b, Vector3d c) = (toFaces.TransformPoint(corners[0]), toFaces.TransformPoint(corners[1]), toFaces.TransformPoint(corners[2]));
            if (Meets(a, b, faces) || Meets(b, c, faces) || Meets(c, a, faces))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Meets(Vector3d from, Vector3d to, TriangleTree faces) => from != to && faces.Nearest(new(from, to - from), 1) is not null;

    private static Matrix4x4d DrawnIn(Box box, Box inner)
    {
        Vector3d scale = new(inner.Size.X / box.Size.X, inner.Size.Y / box.Size.Y, inner.Size.Z / box.Size.Z), middle = box.Centre;
        return Matrix4x4d.FromTrs(new(middle.X * (1 - scale.X), middle.Y * (1 - scale.Y), middle.Z * (1 - scale.Z)), Quaterniond.Identity, scale);
    }
}
