using SensorSim.Geometry;

namespace SensorSim.Scenes.Rays;

/// <summary>A box along the axes.</summary>
/// <param name="Min">Lower corner.</param>
/// <param name="Max">Upper corner; below the lower one where nothing is in the box.</param>
public readonly record struct Box(Vector3d Min, Vector3d Max)
{
    /// <summary>Holds nothing; the union with it is the other box.</summary>
    public static Box Empty { get; } = new(
        new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity),
        new(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity));

    public bool IsEmpty => Min.X > Max.X;

    public Vector3d Centre => 0.5 * (Min + Max);

    public Vector3d Size => Max - Min;

    /// <summary>0 for an empty one.</summary>
    public double LongestSide => IsEmpty ? 0 : Math.Max(Size.X, Math.Max(Size.Y, Size.Z));

    /// <summary>The smallest box around some points.</summary>
    public static Box Around(params ReadOnlySpan<Vector3d> points)
    {
        Box box = Empty;
        foreach (Vector3d point in points)
        {
            box = new(Vector3d.Min(box.Min, point), Vector3d.Max(box.Max, point));
        }

        return box;
    }

    public Box Union(Box other) => new(Vector3d.Min(Min, other.Min), Vector3d.Max(Max, other.Max));

    /// <summary>The box with its faces moved outwards.</summary>
    public Box Grown(double margin) => new(Min - new Vector3d(margin, margin, margin), Max + new Vector3d(margin, margin, margin));

    public bool Overlaps(Box other) =>
        Min.X <= other.Max.X && other.Min.X <= Max.X
        && Min.Y <= other.Max.Y && other.Min.Y <= Max.Y
        && Min.Z <= other.Max.Z && other.Min.Z <= Max.Z;

    public bool Contains(Vector3d p) => p.X >= Min.X && p.X <= Max.X && p.Y >= Min.Y && p.Y <= Max.Y && p.Z >= Min.Z && p.Z <= Max.Z;

    /// <summary>The box around this one moved by an affine transform.</summary>
    public Box Transformed(Matrix4x4d transform)
    {
        if (IsEmpty)
        {
            return this;
        }

        Vector3d half = 0.5 * Size, centre = transform.TransformPoint(Centre);
        var reach = new Vector3d(
            (Math.Abs(transform.M11) * half.X) + (Math.Abs(transform.M12) * half.Y) + (Math.Abs(transform.M13) * half.Z),
            (Math.Abs(transform.M21) * half.X) + (Math.Abs(transform.M22) * half.Y) + (Math.Abs(transform.M23) * half.Z),
            (Math.Abs(transform.M31) * half.X) + (Math.Abs(transform.M32) * half.Y) + (Math.Abs(transform.M33) * half.Z));
        return new(centre - reach, centre + reach);
    }
}
