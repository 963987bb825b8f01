using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Planning;

/// <summary><c>Lamp</c> of lamps.glsl, std430.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GpuLamp
{
    public Vector4 Position;
    public Vector4 Axis;
    public Vector4 Intensity;
    public Vector4 Cone;
    public Vector4 ToShadow0;
    public Vector4 ToShadow1;
    public Vector4 ToShadow2;
    public Vector4 Extent;
    public Parts Cascades;

    /// <summary>CASCADE_CAPACITY of lamps.glsl.</summary>
    [InlineArray(Cascade.Most)]
    public struct Parts
    {
        private Vector4 _first;
    }
}
