namespace SensorSim.Geometry;

/// <summary>Where something rigid is: turned, then moved.</summary>
/// <param name="Position">Of its origin, metres.</param>
/// <param name="Rotation">Unit length.</param>
public readonly record struct Pose(Vector3d Position, Quaterniond Rotation)
{
    public static Pose Identity => new(Vector3d.Zero, Quaterniond.Identity);

    /// <summary>What <paramref name="inner"/> is in the space around <paramref name="outer"/>.</summary>
    public static Pose operator *(Pose outer, Pose inner) => new(outer.Point(inner.Position), outer.Rotation * inner.Rotation);

    /// <summary>A point of its space in the space around it.</summary>
    public Vector3d Point(Vector3d point) => Position + Rotation.Rotate(point);

    /// <summary>The space around it in its own.</summary>
    public Pose Inverse()
    {
        Quaterniond back = Rotation.Conjugate();
        return new(-back.Rotate(Position), back);
    }

    public Matrix4x4d ToMatrix() => Matrix4x4d.FromTrs(Position, Rotation, new(1, 1, 1));
}
