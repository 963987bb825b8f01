using SensorSim.Signals;

namespace SensorSim.Hosting.Styles;

/// <summary>Pictures side by side or below each other on black, with a gap.</summary>
public static class Mosaic
{
    private const int Gap = 4;

    /// <param name="pictures">8 bits, three channels.</param>
    public static PixelPlane Row(IReadOnlyList<PixelPlane> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return Placed(pictures, pictures.Sum(picture => picture.Width + Gap) - Gap, pictures.Max(picture => picture.Height), isRow: true);
    }

    /// <param name="pictures">8 bits, three channels.</param>
    public static PixelPlane Column(IReadOnlyList<PixelPlane> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return Placed(pictures, pictures.Max(picture => picture.Width), pictures.Sum(picture => picture.Height + Gap) - Gap, isRow: false);
    }

    private static PixelPlane Placed(IReadOnlyList<PixelPlane> pictures, int width, int height, bool isRow)
    {
        byte[] bytes = new byte[checked(3 * width * height)];
        int at = 0;
        foreach (PixelPlane picture in pictures)
        {
            for (int y = 0; y < picture.Height; y++)
            {
                int start = isRow ? (y * width) + at : (at + y) * width;
                picture.Bytes.Span.Slice(3 * y * picture.Width, 3 * picture.Width).CopyTo(bytes.AsSpan(3 * start));
            }

            at += (isRow ? picture.Width : picture.Height) + Gap;
        }

        return new(width, height, 3, SampleType.UInt8, bytes);
    }
}
