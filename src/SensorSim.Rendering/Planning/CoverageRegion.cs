using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Planning;

/// <summary><c>Region</c> of coverage.glsl, std430: the bits of one object on the image or on the wide canvas.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CoverageRegion(int X, int Y, uint Width, uint Height, uint FirstBit, uint Counter)
{
    /// <param name="rectangle">Of the object.</param>
    /// <param name="words">32-bit words of the bits before.</param>
    /// <param name="counter">Which counts it.</param>
    public static CoverageRegion Of(in PixelRectangle rectangle, long words, int counter) =>
        new(rectangle.X, rectangle.Y, (uint)rectangle.Width, (uint)rectangle.Height, (uint)(words * 32), (uint)counter);
}
