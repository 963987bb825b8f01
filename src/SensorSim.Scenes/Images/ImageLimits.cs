namespace SensorSim.Scenes.Images;

/// <summary>What an image file may declare. Checked on the header, before any pixel memory is allocated.</summary>
/// <param name="MaximumSide">Largest width or height in pixels.</param>
/// <param name="MaximumPixels">Largest width · height.</param>
public sealed record ImageLimits(int MaximumSide, long MaximumPixels)
{
    /// <summary>16,384 pixels a side and 2²⁶ pixels (8192 · 8192).</summary>
    public static ImageLimits Default { get; } = new(16384, 1L << 26);

    /// <summary>
    /// DEFLATE cannot expand beyond 1032 : 1, so a small file that declares a large image is damaged or an attack.
    /// The same bound serves for JPEG, whose flattest block still costs about one bit for 64 pixels.
    /// </summary>
    private const long LargestExpansion = 1032;

    /// <exception cref="ImageFormatException">The size is zero or beyond the limits.</exception>
    public void Check(string format, long width, long height)
    {
        if (width is < 1 || height is < 1)
        {
            throw new ImageFormatException($"The {format} header declares {width} x {height} pixels; expected at least 1 x 1. Export the image again.");
        }

        if (width > MaximumSide || height > MaximumSide || width * height > MaximumPixels)
        {
            throw new ImageFormatException(
                $"The {format} header declares {width} x {height} pixels; expected at most {MaximumSide} a side and {MaximumPixels} in all. Scale the image down.");
        }
    }

    /// <exception cref="ImageFormatException">A file of this many bytes cannot hold so much.</exception>
    internal static void CheckExpansion(string format, long decodedBytes, long fileBytes)
    {
        if (decodedBytes / LargestExpansion > fileBytes)
        {
            throw new ImageFormatException(
                $"The {format} header declares {decodedBytes} bytes of pixels, more than a file of {fileBytes} bytes can hold: the file is truncated or damaged. Export the image again.");
        }
    }
}
