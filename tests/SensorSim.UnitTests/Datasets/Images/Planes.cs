using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Images;

/// <summary>Planes with known pixels for the image tests.</summary>
internal static class Planes
{
    public static PixelPlane Noise(int width, int height, int channels, SampleType type, int seed = 1)
    {
        byte[] bytes = new byte[width * height * channels * (int)type];
        new Random(seed).NextBytes(bytes);
        return new(width, height, channels, type, bytes);
    }

    public static PixelPlane Smooth(int width, int height, int channels, SampleType type)
    {
        byte[] bytes = new byte[width * height * channels * (int)type];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)((i / (width * channels * (int)type) / 3) + (i % (width * channels) / 5));
        return new(width, height, channels, type, bytes);
    }

    public static PixelPlane Of(int width, int height, params ushort[] values) =>
        new(width, height, 1, SampleType.UInt16, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    public static PixelPlane OfFloats(int width, int height, int channels, params float[] values) =>
        new(width, height, channels, SampleType.Float32, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
}
