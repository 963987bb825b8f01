using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Geometry;

namespace SensorSim.Rendering.Planning;

/// <summary>One layer of the shadow maps: rows from the scene's origin frame to clip space.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ShadowLayer(Vector4 X, Vector4 Y, Vector4 Z, Vector4 W)
{
    public static ShadowLayer Of(in Matrix4x4d clip) =>
        new(Rows.First(clip), Rows.Second(clip), Rows.Third(clip), new((float)clip.M41, (float)clip.M42, (float)clip.M43, (float)clip.M44));
}
