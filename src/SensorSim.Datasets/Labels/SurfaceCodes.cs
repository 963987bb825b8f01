using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>Float32 planes as the 16-bit codes of the dataset's images. A pixel whose samples are all 0 shows nothing and stays 0.</summary>
public static class SurfaceCodes
{
    /// <summary>Unit vectors as (n + 1) / 2 · 65535.</summary>
    public static PixelPlane OfDirections(in PixelPlane plane) => Coded(plane, value => (value + 1) / 2 * ushort.MaxValue);

    /// <summary>Shares from 0 to 1, times 65535.</summary>
    public static PixelPlane OfShares(in PixelPlane plane) => Coded(plane, value => value * ushort.MaxValue);

    /// <summary>Whole numbers.</summary>
    public static PixelPlane OfNumbers(in PixelPlane plane) => Coded(plane, value => value);

    private static PixelPlane Coded(in PixelPlane plane, Func<double, double> code)
    {
        if (plane.SampleType != SampleType.Float32)
            throw new ArgumentException($"The plane has samples of {plane.SampleType}, not Float32.", nameof(plane));
        ReadOnlySpan<float> values = MemoryMarshal.Cast<byte, float>(plane.Bytes.Span);
        byte[] codes = new byte[values.Length * sizeof(ushort)];
        Span<ushort> words = MemoryMarshal.Cast<byte, ushort>(codes.AsSpan());
        for (int pixel = 0; pixel < values.Length; pixel += plane.Channels)
        {
            if (values.Slice(pixel, plane.Channels).ContainsAnyExcept(0f))
            {
                for (int i = pixel; i < pixel + plane.Channels; i++)
                    words[i] = (ushort)Math.Clamp(Math.Round(code(values[i]), MidpointRounding.ToEven), 0, ushort.MaxValue);
            }
        }

        return plane with { SampleType = SampleType.UInt16, Bytes = codes };
    }
}
