using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// Flow planes as images. The plane has three samples for each pixel: movement right and down in pixels, and 0 where nothing is, 1 where the
/// point is seen at the other instant, 2 where it is hidden or outside.
/// </summary>
public static class FlowCodes
{
    private const double UnitsPerPixel = 64;
    private const int Zero = 32768;

    /// <summary>KITTI's 16-bit RGB: u = (R − 32768) / 64, v = (G − 32768) / 64, B = 1 where the flow is known and its code fits.</summary>
    public static PixelPlane OfMovement(in PixelPlane flow)
    {
        ReadOnlySpan<float> values = ValuesOf(flow);
        byte[] codes = new byte[values.Length * sizeof(ushort)];
        Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(codes.AsSpan());
        for (int i = 0; i < values.Length; i += 3)
        {
            double u = CodeOf(values[i]), v = CodeOf(values[i + 1]);
            if (values[i + 2] != 0 && u is >= 0 and <= ushort.MaxValue && v is >= 0 and <= ushort.MaxValue)
                (words[i], words[i + 1], words[i + 2]) = ((ushort)u, (ushort)v, 1);
        }

        return flow with { SampleType = SampleType.UInt16, Bytes = codes };
    }

    /// <summary>8 bits: 255 where a visible point is hidden or outside at the other instant, else 0.</summary>
    public static PixelPlane OfOcclusion(in PixelPlane flow)
    {
        ReadOnlySpan<float> values = ValuesOf(flow);
        byte[] mask = new byte[values.Length / 3];
        for (int i = 0; i < mask.Length; i++)
            mask[i] = values[(3 * i) + 2] == 2 ? byte.MaxValue : (byte)0;
        return new(flow.Width, flow.Height, 1, SampleType.UInt8, mask);
    }

    private static double CodeOf(float pixels) => Math.Round(pixels * UnitsPerPixel, MidpointRounding.ToEven) + Zero;

    private static ReadOnlySpan<float> ValuesOf(in PixelPlane flow) => flow is { SampleType: SampleType.Float32, Channels: 3 }
        ? MemoryMarshal.Cast<byte, float>(flow.Bytes.Span)
        : throw new ArgumentException($"A flow plane has three channels of float32, not {flow.Channels} of {flow.SampleType}.", nameof(flow));
}
