using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Lenses;

namespace SensorSim.Rendering.Passes;

/// <summary><c>Face</c> of faces.glsl.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FaceConstants(Vector4 Row0, Vector4 Row1, Vector4 Row2, int Width, int Height, uint Index, uint Padding)
{
    /// <param name="face">The face.</param>
    /// <param name="index">Its number among the lens's faces.</param>
    public static FaceConstants Of(LensFace face, int index)
    {
        CameraIntrinsics k = face.Intrinsics;
        Matrix4x4d m = face.FaceToCamera;
        return new(Row(m.ColumnX, k.Fx), Row(m.ColumnY, k.Cx), Row(m.ColumnZ, k.Cy), k.Width, k.Height, (uint)index, 0);
    }

    private static Vector4 Row(in Vector3d v, double w) => new((float)v.X, (float)v.Y, (float)v.Z, (float)w);
}
