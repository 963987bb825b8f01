using System.Numerics;
using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Planning;

/// <summary>One layer of the shadow maps: rows from the scene's origin frame to clip space.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ShadowLayer(Vector4 X, Vector4 Y, Vector4 Z, Vector4 W);
