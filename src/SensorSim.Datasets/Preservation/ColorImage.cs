using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Preservation;

/// <summary>An image as three float planes, 0 to 1 of the encoded range.</summary>
internal sealed class ColorImage
{
    private ColorImage(int width, int height)
    {
        (Width, Height) = (width, height);
        Channels = [new float[width * height], new float[width * height], new float[width * height]];
    }

    public int Width { get; }

    public int Height { get; }

    public float[][] Channels { get; }

    public static ColorImage Of(in PixelPlane plane)
    {
        var image = new ColorImage(plane.Width, plane.Height);
        if (plane.SampleType == SampleType.UInt8)
            Spread(plane.Bytes.Span, image);
        else
            Spread(MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span), image);
        return image;
    }

    private static void Spread(ReadOnlySpan<byte> codes, ColorImage image)
    {
        float[] r = image.Channels[0], g = image.Channels[1], b = image.Channels[2];
        for (int i = 0, at = 0; i < r.Length; i++, at += 3)
            (r[i], g[i], b[i]) = (codes[at] * (1f / byte.MaxValue), codes[at + 1] * (1f / byte.MaxValue), codes[at + 2] * (1f / byte.MaxValue));
    }

    private static void Spread(ReadOnlySpan<ushort> codes, ColorImage image)
    {
        float[] r = image.Channels[0], g = image.Channels[1], b = image.Channels[2];
        for (int i = 0, at = 0; i < r.Length; i++, at += 3)
            (r[i], g[i], b[i]) = (codes[at] * (1f / ushort.MaxValue), codes[at + 1] * (1f / ushort.MaxValue), codes[at + 2] * (1f / ushort.MaxValue));
    }
}
