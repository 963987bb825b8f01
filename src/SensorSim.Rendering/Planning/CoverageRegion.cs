using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Planning;

/// <summary><c>Region</c> of coverage.glsl, std430: the bits of one object on the image or on the wide canvas.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CoverageRegion(int X, int Y, uint Width, uint Height, uint FirstBit, uint Counter);
