namespace SensorSim.Geometry;

/// <summary>A rotation as a double-precision quaternion (x, y, z, w), glTF's order.</summary>
public readonly record struct Quaterniond(double X, double Y, double Z, double W)
{
    public static Quaterniond Identity => new(0, 0, 0, 1);

    public static Quaterniond operator *(Quaterniond a, Quaterniond b) => new(
        (a.W * b.X) + (a.X * b.W) + (a.Y * b.Z) - (a.Z * b.Y),
        (a.W * b.Y) - (a.X * b.Z) + (a.Y * b.W) + (a.Z * b.X),
        (a.W * b.Z) + (a.X * b.Y) - (a.Y * b.X) + (a.Z * b.W),
        (a.W * b.W) - (a.X * b.X) - (a.Y * b.Y) - (a.Z * b.Z));

    /// <summary>A right-handed rotation about a unit axis.</summary>
    public static Quaterniond FromAxisAngle(Vector3d axis, double radians)
    {
        (double sin, double cos) = Math.SinCos(radians / 2);
        return new(axis.X * sin, axis.Y * sin, axis.Z * sin, cos);
    }

    /// <summary>The opposite rotation of a unit quaternion.</summary>
    public Quaterniond Conjugate() => new(-X, -Y, -Z, W);

    /// <summary>A vector turned by this unit quaternion.</summary>
    public Vector3d Rotate(Vector3d v)
    {
        var axis = new Vector3d(X, Y, Z);
        Vector3d twice = 2 * Vector3d.Cross(axis, v);
        return v + (W * twice) + Vector3d.Cross(axis, twice);
    }

    public Quaterniond Normalized()
    {
        double length = Math.Sqrt((X * X) + (Y * Y) + (Z * Z) + (W * W));
        return length > 0 ? new(X / length, Y / length, Z / length, W / length) : Identity;
    }
}
