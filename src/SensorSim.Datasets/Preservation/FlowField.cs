using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Preservation;

/// <summary>Where the pixels of a frame are at the next step, as its labels say.</summary>
internal sealed class FlowField
{
    private const float UnitsPerPixel = 64, Zero = 32768;

    private readonly ushort[] _codes;
    private readonly byte[]? _occlusion;

    private FlowField(ushort[] codes, byte[]? occlusion, int width) => (_codes, _occlusion, Width) = (codes, occlusion, width);

    public int Width { get; }

    /// <param name="flow">KITTI's 16-bit code.</param>
    /// <param name="occlusion">255 where the point is hidden or outside at the next step.</param>
    public static FlowField Of(in PixelPlane flow, in PixelPlane? occlusion) => new(MemoryMarshal.Cast<byte, ushort>(flow.Bytes.Span).ToArray(), occlusion?.Bytes.ToArray(), flow.Width);

    /// <summary>Whether a pixel's point is seen at the next step, and where: pixels right and down of here.</summary>
    public bool TryGet(int pixel, out float u, out float v)
    {
        (u, v) = ((_codes[3 * pixel] - Zero) / UnitsPerPixel, (_codes[(3 * pixel) + 1] - Zero) / UnitsPerPixel);
        int x = pixel % Width, y = pixel / Width, height = _codes.Length / 3 / Width;
        return _codes[(3 * pixel) + 2] == 1 && (_occlusion is null || _occlusion[pixel] == 0) && x + u >= 0 && y + v >= 0 && x + u <= Width - 1 && y + v <= height - 1;
    }

    /// <summary>A plane of values at the place where a pixel's point is, between four pixels.</summary>
    public float Sample(float[] plane, int pixel, float u, float v)
    {
        float x = (pixel % Width) + u, y = (pixel / Width) + v;
        int column = Math.Min((int)x, Width - 2), row = Math.Min((int)y, (plane.Length / Width) - 2), at = (row * Width) + column;
        float fx = x - column, fy = y - row;
        float top = plane[at] + (fx * (plane[at + 1] - plane[at])), bottom = plane[at + Width] + (fx * (plane[at + Width + 1] - plane[at + Width]));
        return top + (fy * (bottom - top));
    }
}
