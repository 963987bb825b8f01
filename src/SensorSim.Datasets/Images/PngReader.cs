using SensorSim.Cameras;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Decodes PNG through libspng, exactly: no gamma, no palette, no change of depth.</summary>
public static class PngReader
{
    private const int MaximumChunkBytes = 64 * 1024 * 1024;

    public static bool HasSignature(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

    /// <summary>The pixels of a grey, RGB or RGBA image of 8 or 16 bits.</summary>
    /// <exception cref="ImageFormatException">Not such a PNG, damaged, or larger than <see cref="CameraIntrinsics.MaximumSide"/>.</exception>
    public static PixelPlane Decode(ReadOnlySpan<byte> file)
    {
        nint context = NewContext();
        try
        {
            return Decode(context, file);
        }
        finally
        {
            SpngLibrary.FreeContext(context);
        }
    }

    private static nint NewContext()
    {
        try
        {
            nint context = SpngLibrary.NewContext(0);
            return context != 0 ? context : throw new ImageFormatException("libspng could not make a decoder (out of memory).");
        }
        catch (DllNotFoundException e)
        {
            throw new ImageFormatException("libspng.so.0 is not installed; on Debian: apt-get install libspng0.", e);
        }
    }

    private static unsafe PixelPlane Decode(nint context, ReadOnlySpan<byte> file)
    {
        fixed (byte* input = file)
        {
            Check(SpngLibrary.SetImageLimits(context, CameraIntrinsics.MaximumSide, CameraIntrinsics.MaximumSide));
            Check(SpngLibrary.SetChunkLimits(context, MaximumChunkBytes, MaximumChunkBytes));
            Check(SpngLibrary.SetBuffer(context, input, (nuint)file.Length));
            Check(SpngLibrary.GetHeader(context, out SpngHeader header));
            PixelPlane shape = ShapeOf(header);
            byte[] pixels = new byte[shape.ByteCount];
            fixed (byte* output = pixels)
                Check(SpngLibrary.DecodeImage(context, output, (nuint)pixels.Length, SpngLibrary.FormatPng, 0));
            return shape with { Bytes = pixels };
        }
    }

    private static PixelPlane ShapeOf(in SpngHeader header)
    {
        int channels = header.ColorType switch { 0 => 1, 2 => 3, 6 => 4, _ => 0 };
        if (channels == 0 || header.BitDepth < 8)
        {
            throw new ImageFormatException(
                $"A PNG of colour type {header.ColorType} with {header.BitDepth} bits is not read; expected grey, RGB or RGBA with 8 or 16 bits.");
        }

        long bytes = (long)header.Width * header.Height * channels * (header.BitDepth / 8);
        if (bytes > Array.MaxLength)
            throw new ImageFormatException($"A PNG of {header.Width}x{header.Height} is too large to decode.");
        return new((int)header.Width, (int)header.Height, channels, header.BitDepth == 8 ? SampleType.UInt8 : SampleType.UInt16, default);
    }

    private static void Check(int result)
    {
        if (result != 0)
            throw new ImageFormatException($"Not a readable PNG: {SpngLibrary.Describe(result)}.");
    }
}
