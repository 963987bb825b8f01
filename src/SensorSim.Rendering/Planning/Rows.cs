using System.Numerics;
using SensorSim.Geometry;

namespace SensorSim.Rendering.Planning;

/// <summary>Rows of a double-precision transform, rounded for the device.</summary>
internal static class Rows
{
    public static Vector4 First(in Matrix4x4d m) => new((float)m.M11, (float)m.M12, (float)m.M13, (float)m.M14);

    public static Vector4 Second(in Matrix4x4d m) => new((float)m.M21, (float)m.M22, (float)m.M23, (float)m.M24);

    public static Vector4 Third(in Matrix4x4d m) => new((float)m.M31, (float)m.M32, (float)m.M33, (float)m.M34);

    /// <summary>Writes the three rows, as shaders read a pose.</summary>
    public static void Write(in Matrix4x4d m, Span<Vector4> rows) => (rows[0], rows[1], rows[2]) = (First(m), Second(m), Third(m));

    public static Vector3 ToFloat(Vector3d v) => new((float)v.X, (float)v.Y, (float)v.Z);
}
