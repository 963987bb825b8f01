using SensorSim.Geometry;

namespace SensorSim.Rendering.Lenses;

/// <summary>The six directions in which a lens may look, numbered: forward, backward, right, left, down, up.</summary>
internal static class CubeFace
{
    public const int Count = 6;

    private static readonly Matrix4x4d[] FacesToCamera =
    [
        Matrix4x4d.Identity,
        Matrix4x4d.FromAxes(-Vector3d.UnitX, Vector3d.UnitY, -Vector3d.UnitZ, Vector3d.Zero),
        Matrix4x4d.FromAxes(-Vector3d.UnitZ, Vector3d.UnitY, Vector3d.UnitX, Vector3d.Zero),
        Matrix4x4d.FromAxes(Vector3d.UnitZ, Vector3d.UnitY, -Vector3d.UnitX, Vector3d.Zero),
        Matrix4x4d.FromAxes(Vector3d.UnitX, -Vector3d.UnitZ, Vector3d.UnitY, Vector3d.Zero),
        Matrix4x4d.FromAxes(Vector3d.UnitX, Vector3d.UnitZ, -Vector3d.UnitY, Vector3d.Zero),
    ];

    /// <summary>The face that a direction goes through.</summary>
    public static int Of(in Vector3d direction)
    {
        (double x, double y, double z) = (Math.Abs(direction.X), Math.Abs(direction.Y), Math.Abs(direction.Z));
        return z >= x && z >= y ? (direction.Z > 0 ? 0 : 1) : x >= y ? (direction.X > 0 ? 2 : 3) : direction.Y > 0 ? 4 : 5;
    }

    public static Matrix4x4d ToCamera(int face) => FacesToCamera[face];

    /// <summary>X / Z and Y / Z in the frame of a face.</summary>
    public static (double X, double Y) Tangents(int face, in Vector3d direction)
    {
        Matrix4x4d m = FacesToCamera[face];
        double z = Vector3d.Dot(m.ColumnZ, direction);
        return (Vector3d.Dot(m.ColumnX, direction) / z, Vector3d.Dot(m.ColumnY, direction) / z);
    }
}
