using System.Runtime.InteropServices;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>A dataset's pictures as style backends see them, and back.</summary>
internal static class Pictures
{
    /// <summary>Whether a plane is a picture in colour that a style can be given to.</summary>
    public static bool AreColour(in PixelPlane plane) => plane.Channels is 3 or 4 && plane.SampleType is SampleType.UInt8 or SampleType.UInt16;

    /// <param name="plane">Three or four channels of 8 or 16 bits; what is transparent counts as it is.</param>
    public static StyleImage ToStyle(in PixelPlane plane)
    {
        var image = new StyleImage(plane.Width, plane.Height);
        Span<float> samples = image.Samples;
        ReadOnlySpan<byte> bytes = plane.Bytes.Span;
        ReadOnlySpan<ushort> words = MemoryMarshal.Cast<byte, ushort>(bytes);
        bool isWide = plane.SampleType == SampleType.UInt16;
        for (int pixel = 0; pixel < plane.Width * plane.Height; pixel++)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                int from = (pixel * plane.Channels) + channel;
                samples[(3 * pixel) + channel] = isWide ? words[from] / 65535f : bytes[from] / 255f;
            }
        }

        return image;
    }

    /// <summary>Rounded to the codes that the picture had before: 8 or 16 bits, three channels.</summary>
    public static PixelPlane ToPlane(StyleImage image, SampleType type)
    {
        byte[] bytes = new byte[image.Samples.Length * (int)type];
        Span<ushort> words = type == SampleType.UInt16 ? MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan()) : default;
        for (int i = 0; i < image.Samples.Length; i++)
        {
            if (type == SampleType.UInt16)
            {
                words[i] = (ushort)MathF.Round(image.Samples[i] * 65535);
            }
            else
            {
                bytes[i] = (byte)MathF.Round(image.Samples[i] * 255);
            }
        }

        return new(image.Width, image.Height, 3, type, bytes);
    }
}
