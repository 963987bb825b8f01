using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Planning;

/// <summary>Up to <see cref="Most"/> triangles of one object, as culling.glsl has them.</summary>
/// <param name="Object">Object index.</param>
/// <param name="FirstTriangle">In the triangle buffer.</param>
/// <param name="CountAndFlags">Triangles, and how their sides are drawn.</param>
/// <param name="Batch">The draw that they belong to.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct TriangleCluster(uint Object, uint FirstTriangle, uint CountAndFlags, uint Batch)
{
    public const int Most = 32;
    private const uint TwoSided = 0x100;
    private const uint Mirrored = 0x200;

    public static uint FlagsOf(in Draw draw) => (draw.Features.IsDoubleSided ? TwoSided : 0) | (draw.IsMirrored ? Mirrored : 0);
}
