using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// The points that a view sees as a plane of one row: a point for each pixel that shows a surface, in row-major order, eight float32 samples each:
/// place in the world in metres, the sensor image's red, green and blue at the pixel (8 bits; of 16-bit images the value / 257), instance id, category
/// id. All are exact in float32.
/// </summary>
public static class PointCloud
{
    /// <summary>Samples of a point.</summary>
    public const int Channels = 8;

    /// <param name="position">World, three channels of float32.</param>
    /// <param name="instance">16-bit ids; 0 has no point.</param>
    /// <param name="category">8 or 16 bits.</param>
    /// <param name="picture">Three channels of 8 or 16 bits.</param>
    public static PixelPlane Of(in PixelPlane position, in PixelPlane instance, in PixelPlane category, in PixelPlane picture)
    {
        ReadOnlySpan<float> places = MemoryMarshal.Cast<byte, float>(position.Bytes.Span);
        ReadOnlySpan<ushort> ids = MemoryMarshal.Cast<byte, ushort>(instance.Bytes.Span);
        int count = ids.Length - ids.Count((ushort)0);
        byte[] bytes = new byte[count * Channels * sizeof(float)];
        Span<float> points = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        for (int pixel = 0; pixel < ids.Length; pixel++)
        {
            if (ids[pixel] == 0)
                continue;
            places.Slice(3 * pixel, 3).CopyTo(points);
            for (int channel = 0; channel < 3; channel++)
                points[3 + channel] = ColourOf(picture, (3 * pixel) + channel);
            (points[6], points[7]) = (ids[pixel], SampleOf(category, pixel));
            points = points[Channels..];
        }

        return new(count, 1, Channels, SampleType.Float32, bytes);
    }

    /// <summary>The same points with the colours of another picture of the same view.</summary>
    /// <param name="points">Made by <see cref="Of"/>.</param>
    /// <param name="instance">The ids that it was made with.</param>
    /// <param name="picture">Three channels of 8 or 16 bits.</param>
    public static PixelPlane Recoloured(in PixelPlane points, in PixelPlane instance, in PixelPlane picture)
    {
        ReadOnlySpan<ushort> ids = MemoryMarshal.Cast<byte, ushort>(instance.Bytes.Span);
        byte[] bytes = points.Bytes.ToArray();
        Span<float> rest = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        for (int pixel = 0; pixel < ids.Length; pixel++)
        {
            if (ids[pixel] == 0)
                continue;
            for (int channel = 0; channel < 3; channel++)
                rest[3 + channel] = ColourOf(picture, (3 * pixel) + channel);
            rest = rest[Channels..];
        }

        return points with { Bytes = bytes };
    }

    private static float ColourOf(in PixelPlane picture, int sample) =>
        picture.SampleType == SampleType.UInt8 ? picture.Bytes.Span[sample] : MathF.Round(SampleOf(picture, sample) / 257);

    private static float SampleOf(in PixelPlane plane, int sample) => plane.SampleType == SampleType.UInt8
        ? plane.Bytes.Span[sample]
        : MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span)[sample];
}
