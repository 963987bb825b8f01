using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>Float32 planes of material values as images.</summary>
public static class MaterialCodes
{
    private const int Steps = 4096;

    /// <summary>sRGB codes by the square root of linear light, so that dark steps are as fine as bright ones.</summary>
    private static readonly byte[] s_codes = [.. Enumerable.Range(0, Steps + 1).Select(step => CodeOf((double)step * step / ((double)Steps * Steps)))];

    /// <summary>Linear light and alpha, four samples, as 8-bit sRGB and alpha · 255; all 0 where nothing is.</summary>
    public static PixelPlane OfAlbedo(in PixelPlane plane)
    {
        if (plane is not { SampleType: SampleType.Float32, Channels: 4 })
            throw new ArgumentException($"An albedo plane has four channels of float32, not {plane.Channels} of {plane.SampleType}.", nameof(plane));
        ReadOnlySpan<float> values = MemoryMarshal.Cast<byte, float>(plane.Bytes.Span);
        byte[] codes = new byte[values.Length];
        for (int i = 0; i < values.Length; i += 4)
        {
            // Where there is a surface, its alpha is above 0: a blended one is labelled from one half.
            if (values[i + 3] == 0)
                continue;
            (codes[i], codes[i + 1], codes[i + 2]) = (Encode(values[i]), Encode(values[i + 1]), Encode(values[i + 2]));
            codes[i + 3] = (byte)Math.Round(Math.Clamp(values[i + 3], 0f, 1f) * byte.MaxValue, MidpointRounding.ToEven);
        }

        return plane with { SampleType = SampleType.UInt8, Bytes = codes };
    }

    /// <summary>The nearest code: a table gives it or its neighbour, and the curve decides between them.</summary>
    private static byte Encode(float linear)
    {
        double x = linear > 0 ? Math.Min(linear, 1) : 0;
        byte code = s_codes[(int)Math.Round(Math.Sqrt(x) * Steps)];
        if (code < byte.MaxValue && x >= s_thresholds[code])
            return (byte)(code + 1);
        return code > 0 && x < s_thresholds[code - 1] ? (byte)(code - 1) : code;
    }

    /// <summary>Linear light from which each code gives way to the next.</summary>
    private static readonly double[] s_thresholds = [.. Enumerable.Range(0, byte.MaxValue).Select(code => SrgbCurve.Decode((code + 0.5) / byte.MaxValue))];

    private static byte CodeOf(double linear) => (byte)Math.Round(SrgbCurve.Encode(linear) * byte.MaxValue, MidpointRounding.ToEven);
}
