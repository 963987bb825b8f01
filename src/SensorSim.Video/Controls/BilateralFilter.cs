namespace SensorSim.Video.Controls;

/// <summary>
/// C. Tomasi and R. Manduchi, Bilateral Filtering for Gray and Color Images, ICCV 1998, with what OpenCV makes of it for 8-bit colour: neighbours within a circle, colours as far apart as the sum of the differences of their
/// channels, the border mirrored at the outermost pixel.
/// </summary>
public static class BilateralFilter
{
    /// <summary>A picture that is smooth where its colours are alike.</summary>
    /// <param name="picture">8 bits.</param>
    /// <param name="diameter">Pixels; even ones act as the next odd one.</param>
    /// <param name="sigmaColor">Codes.</param>
    /// <param name="sigmaSpace">Pixels.</param>
    public static VideoFrame Of(VideoFrame picture, int diameter, double sigmaColor, double sigmaSpace)
    {
        ArgumentNullException.ThrowIfNull(picture);
        int radius = diameter / 2, stride = picture.Width + (2 * radius);
        byte[] padded = Padded(picture, radius);
        (int Offset, float Weight)[] neighbours = Neighbours(radius, stride, sigmaSpace);
        float[] ofColor = [.. Enumerable.Range(0, (3 * 255) + 1).Select(difference => (float)Math.Exp(-0.5 * difference * difference / (sigmaColor * sigmaColor)))];
        var result = new VideoFrame(picture.Width, picture.Height);
        Parallel.For(0, picture.Height, y =>
        {
            Span<byte> to = result.Memory.Span.Slice(3 * y * picture.Width, 3 * picture.Width);
            for (int x = 0; x < picture.Width; x++)
            {
                Average(padded, 3 * (((y + radius) * stride) + x + radius), neighbours, ofColor, to.Slice(3 * x, 3));
            }
        });
        return result;
    }

    private static void Average(byte[] padded, int centre, (int Offset, float Weight)[] neighbours, float[] ofColor, Span<byte> to)
    {
        int red = padded[centre], green = padded[centre + 1], blue = padded[centre + 2];
        float r = 0, g = 0, b = 0, sum = 0;
        foreach ((int offset, float ofSpace) in neighbours)
        {
            int i = centre + offset, r0 = padded[i], g0 = padded[i + 1], b0 = padded[i + 2];
            float weight = ofSpace * ofColor[Math.Abs(r0 - red) + Math.Abs(g0 - green) + Math.Abs(b0 - blue)];
            r += r0 * weight;
            g += g0 * weight;
            b += b0 * weight;
            sum += weight;
        }

        (to[0], to[1], to[2]) = ((byte)MathF.Round(r / sum), (byte)MathF.Round(g / sum), (byte)MathF.Round(b / sum));
    }

    private static (int Offset, float Weight)[] Neighbours(int radius, int stride, double sigmaSpace) =>
    [
        .. from y in Enumerable.Range(-radius, (2 * radius) + 1)
           from x in Enumerable.Range(-radius, (2 * radius) + 1)
           let square = (x * x) + (y * y)
           where Math.Sqrt(square) <= radius
           select (3 * ((y * stride) + x), (float)Math.Exp(-0.5 * square / (sigmaSpace * sigmaSpace))),
    ];

    private static byte[] Padded(VideoFrame picture, int radius)
    {
        int stride = picture.Width + (2 * radius), rows = picture.Height + (2 * radius);
        byte[] padded = new byte[3 * stride * rows];
        for (int y = 0; y < rows; y++)
        {
            int row = Mirrored(y - radius, picture.Height) * picture.Width;
            for (int x = 0; x < stride; x++)
            {
                picture.Samples.Slice(3 * (row + Mirrored(x - radius, picture.Width)), 3).CopyTo(padded.AsSpan(3 * ((y * stride) + x)));
            }
        }

        return padded;
    }

    // cb|abcd|cb: the outermost pixel is not repeated.
    private static int Mirrored(int i, int length)
    {
        while (length > 1 && (i < 0 || i >= length))
        {
            i = i < 0 ? -i : (2 * (length - 1)) - i;
        }

        return length > 1 ? i : 0;
    }
}
