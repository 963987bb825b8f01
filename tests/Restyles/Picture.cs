using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Restyles;

/// <summary>A picture that is worked on: three float planes, 0 to 1 of the encoded range, which go beyond until it is a plane again.</summary>
internal sealed class Picture(int width, int height)
{
    public int Width => width;

    public int Height => height;

    public float[][] Channels { get; private init; } = [new float[width * height], new float[width * height], new float[width * height]];

    public static Picture Of(in PixelPlane plane)
    {
        var picture = new Picture(plane.Width, plane.Height);
        ReadOnlySpan<byte> bytes = plane.Bytes.Span;
        ReadOnlySpan<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
        for (int i = 0; i < plane.Width * plane.Height * 3; i++)
            picture.Channels[i % 3][i / 3] = plane.SampleType == SampleType.UInt8 ? bytes[i] / 255f : words[i] / 65535f;
        return picture;
    }

    public Picture Copy() => new(width, height) { Channels = [.. Channels.Select(channel => (float[])channel.Clone())] };

    /// <summary>Every sample as a function of its channel and pixel.</summary>
    public Picture Map(Func<int, int, float> value)
    {
        var made = new Picture(width, height);
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < width * height; i++)
                made.Channels[k][i] = value(k, i);
        }

        return made;
    }

    /// <summary>8 bits.</summary>
    public PixelPlane ToPlane()
    {
        byte[] bytes = new byte[width * height * 3];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)MathF.Round(255 * Math.Clamp(Channels[i % 3][i / 3], 0, 1));
        return new(width, height, 3, SampleType.UInt8, bytes);
    }

    public float Light(int pixel) => (Channels[0][pixel] + Channels[1][pixel] + Channels[2][pixel]) / 3;

    /// <summary>The value of a plane of this size between four pixels; beyond the border that of the border.</summary>
    public float At(float[] plane, float x, float y)
    {
        (x, y) = (Math.Clamp(x, 0, width - 1), Math.Clamp(y, 0, height - 1));
        int column = Math.Min((int)x, width - 2), row = Math.Min((int)y, height - 2), at = (row * width) + column;
        float fx = x - column, fy = y - row;
        return ((1 - fy) * (((1 - fx) * plane[at]) + (fx * plane[at + 1]))) + (fy * (((1 - fx) * plane[at + width]) + (fx * plane[at + width + 1])));
    }

    /// <summary>RMS over channels and the pixels of a mask of what differs.</summary>
    public static double Difference(Picture a, Picture b, Func<int, bool> isCounted)
    {
        double[] squares = SquaresOf(a, b, isCounted);
        return squares.Length == 0 ? 0 : Math.Sqrt(squares.Average());
    }

    /// <summary>What half of the pixels of a mask differ by at least, RMS over channels.</summary>
    public static double MedianDifference(Picture a, Picture b, Func<int, bool> isCounted)
    {
        double[] squares = SquaresOf(a, b, isCounted);
        Array.Sort(squares);
        return squares.Length == 0 ? 0 : Math.Sqrt(squares[squares.Length / 2]);
    }

    private static double[] SquaresOf(Picture a, Picture b, Func<int, bool> isCounted)
    {
        var squares = new List<double>();
        for (int i = 0; i < a.Width * a.Height; i++)
        {
            if (!isCounted(i))
                continue;
            double sum = 0;
            for (int k = 0; k < 3; k++)
            {
                float difference = Math.Clamp(a.Channels[k][i], 0, 1) - Math.Clamp(b.Channels[k][i], 0, 1);
                sum += difference * difference;
            }

            squares.Add(sum / 3);
        }

        return [.. squares];
    }
}
