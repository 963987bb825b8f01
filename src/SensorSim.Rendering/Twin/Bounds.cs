using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Twin;

/// <summary>An axis-aligned box, metres.</summary>
internal readonly record struct Bounds(Vector3d Min, Vector3d Max)
{
    public Vector3d Centre => 0.5 * (Min + Max);

    /// <summary>Null for a mesh without vertices.</summary>
    public static Bounds? Of(Mesh mesh)
    {
        Bounds? bounds = null;
        foreach (Primitive primitive in mesh.Primitives.Where(primitive => primitive.Positions.Length > 0))
        {
            bounds = Union(bounds, Of(primitive));
        }

        return bounds;
    }

    public static Bounds Of(Primitive primitive)
    {
        (Vector3 min, Vector3 max) = primitive.Bounds;
        return Of(min, max);
    }

    public static Bounds Of(Vector3 min, Vector3 max) => new(new(min.X, min.Y, min.Z), new(max.X, max.Y, max.Z));

    public static Bounds Union(Bounds? a, Bounds b) => a is { } box ? new(Vector3d.Min(box.Min, b.Min), Vector3d.Max(box.Max, b.Max)) : b;

    /// <summary>Larger on each side.</summary>
    public Bounds Grown(double metres) => new(Min - new Vector3d(metres, metres, metres), Max + new Vector3d(metres, metres, metres));

    /// <summary>What two boxes share; null when that is nothing.</summary>
    public Bounds? Intersected(in Bounds other)
    {
        Vector3d min = Vector3d.Max(Min, other.Min), max = Vector3d.Min(Max, other.Max);
        return min.X > max.X || min.Y > max.Y || min.Z > max.Z ? null : new(min, max);
    }

    /// <summary>The box around the transformed corners.</summary>
    public Bounds Transformed(in Matrix4x4d transform)
    {
        Span<Vector3d> corners = stackalloc Vector3d[8];
        Corners(transform, corners);
        Vector3d min = corners[0], max = corners[0];
        foreach (Vector3d corner in corners[1..])
        {
            min = Vector3d.Min(min, corner);
            max = Vector3d.Max(max, corner);
        }

        return new(min, max);
    }

    public void Corners(in Matrix4x4d transform, Span<Vector3d> corners)
    {
        for (int i = 0; i < 8; i++)
        {
            corners[i] = transform.TransformPoint(new((i & 1) == 0 ? Min.X : Max.X, (i & 2) == 0 ? Min.Y : Max.Y, (i & 4) == 0 ? Min.Z : Max.Z));
        }
    }
}
