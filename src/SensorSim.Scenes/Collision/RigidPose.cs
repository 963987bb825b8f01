using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>Where a rigid body is: turned, then moved.</summary>
internal readonly record struct RigidPose
{
    private readonly Vector3d _x;
    private readonly Vector3d _y;
    private readonly Vector3d _z;

    public RigidPose(Vector3d position, Quaterniond rotation)
    {
        (Position, Rotation) = (position, rotation.Normalized());
        Quaterniond q = Rotation;
        _x = new(1 - (2 * ((q.Y * q.Y) + (q.Z * q.Z))), 2 * ((q.X * q.Y) + (q.W * q.Z)), 2 * ((q.X * q.Z) - (q.W * q.Y)));
        _y = new(2 * ((q.X * q.Y) - (q.W * q.Z)), 1 - (2 * ((q.X * q.X) + (q.Z * q.Z))), 2 * ((q.Y * q.Z) + (q.W * q.X)));
        _z = new(2 * ((q.X * q.Z) + (q.W * q.Y)), 2 * ((q.Y * q.Z) - (q.W * q.X)), 1 - (2 * ((q.X * q.X) + (q.Y * q.Y))));
    }

    public static RigidPose Identity { get; } = new(Vector3d.Zero, Quaterniond.Identity);

    /// <summary>Of its origin, metres.</summary>
    public Vector3d Position { get; }

    /// <summary>Unit length.</summary>
    public Quaterniond Rotation { get; }

    public Vector3d Direction(Vector3d d) => new(
        (_x.X * d.X) + (_y.X * d.Y) + (_z.X * d.Z),
        (_x.Y * d.X) + (_y.Y * d.Y) + (_z.Y * d.Z),
        (_x.Z * d.X) + (_y.Z * d.Y) + (_z.Z * d.Z));

    public Vector3d Point(Vector3d p) => Position + Direction(p);

    /// <summary>A world direction in the body's space.</summary>
    public Vector3d ToBody(Vector3d d) => new(Vector3d.Dot(_x, d), Vector3d.Dot(_y, d), Vector3d.Dot(_z, d));

    public Matrix4x4d ToMatrix() => Matrix4x4d.FromAxes(_x, _y, _z, Position);

    /// <summary>After a small turn about the position, by an axis as long as the angle, and a shift.</summary>
    public RigidPose Moved(Vector3d shift, Vector3d turn)
    {
        double angle = turn.Length;
        return new(Position + shift, angle > 1e-12 ? Quaterniond.FromAxisAngle((1 / angle) * turn, angle) * Rotation : Rotation);
    }
}
