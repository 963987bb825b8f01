using SensorSim.Geometry;

namespace SensorSim.Scenes.Rays;

/// <summary>A half-line. Distances along it count in lengths of its direction, so that they stay what they are in every node's space.</summary>
/// <param name="Origin">Where it begins.</param>
/// <param name="Direction">Not zero.</param>
public readonly record struct Ray(Vector3d Origin, Vector3d Direction)
{
    public Vector3d At(double distance) => Origin + (distance * Direction);

    public Ray Transformed(Matrix4x4d transform) => new(transform.TransformPoint(Origin), transform.TransformDirection(Direction));

    /// <summary>Where it enters a box, or infinity where it does so not before <paramref name="limit"/>.</summary>
    internal double Enter(Box box, double limit)
    {
        (double near, double far) = (0, limit);
        Clip(Origin.X, 1 / Direction.X, box.Min.X, box.Max.X, ref near, ref far);
        Clip(Origin.Y, 1 / Direction.Y, box.Min.Y, box.Max.Y, ref near, ref far);
        Clip(Origin.Z, 1 / Direction.Z, box.Min.Z, box.Max.Z, ref near, ref far);
        return near <= far ? near : double.PositiveInfinity;
    }

    /// <summary>Where it meets a triangle, from either side; null where it does not. Source: Möller and Trumbore, "Fast, minimum storage ray-triangle intersection", 1997.</summary>
    internal double? Meet(Vector3d a, Vector3d b, Vector3d c)
    {
        Vector3d ab = b - a, ac = c - a, p = Vector3d.Cross(Direction, ac);
        double determinant = Vector3d.Dot(ab, p);
        if (determinant == 0)
        {
            return null;
        }

        Vector3d from = Origin - a, q = Vector3d.Cross(from, ab);
        double u = Vector3d.Dot(from, p) / determinant, v = Vector3d.Dot(Direction, q) / determinant, distance = Vector3d.Dot(ac, q) / determinant;
        return u >= 0 && v >= 0 && u + v <= 1 && distance >= 0 ? distance : null;
    }

    // A comparison with a number that is none is false: a ray within a face's plane is not cut by it.
    private static void Clip(double origin, double inverse, double low, double high, ref double near, ref double far)
    {
        (double one, double other) = ((low - origin) * inverse, (high - origin) * inverse);
        (double first, double last) = one > other ? (other, one) : (one, other);
        near = first > near ? first : near;
        far = last < far ? last : far;
    }
}
