using SensorSim.Geometry;

namespace SensorSim.Plugins.PhysicsOde.Native;

/// <summary><c>dVector3</c>, which has four numbers, or <c>dQuaternion</c> (w first).</summary>
internal struct Vector4
{
    public double X;
    public double Y;
    public double Z;
    public double W;

    public static implicit operator Vector4(Vector3d v) => new() { X = v.X, Y = v.Y, Z = v.Z };

    public static implicit operator Vector3d(Vector4 v) => new(v.X, v.Y, v.Z);

    public static Vector4 Of(Quaterniond q) => new() { X = q.W, Y = q.X, Z = q.Y, W = q.Z };

    public readonly Quaterniond ToQuaternion() => new(Y, Z, W, X);
}
