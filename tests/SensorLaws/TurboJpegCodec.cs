using System.Runtime.InteropServices;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>The round trip through libjpeg-turbo (Debian package libturbojpeg0): another program's opinion.</summary>
internal static partial class TurboJpegCodec
{
    private const string Library = "libturbojpeg.so.0";
    private const int PixelFormatRgb = 0;
    private const int AccurateDct = 4096;

    /// <summary>Codes of 8 bits, encoded and decoded again.</summary>
    /// <param name="codes">Red, green, blue; row by row.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="quality">1 to 100.</param>
    /// <param name="isHalf">4:2:0 rather than 4:4:4.</param>
    /// <returns>The picture, 0 to 1, and the bytes of the file.</returns>
    public static unsafe (SignalImage Image, int Bytes) RoundTrip(byte[] codes, int width, int height, int quality, bool isHalf)
    {
        nint handle = InitCompress();
        nint file = 0;
        nuint size = 0;
        try
        {
            fixed (byte* source = codes)
            {
                Assert.That(Compress(handle, source, width, 3 * width, height, PixelFormatRgb, ref file, ref size, isHalf ? 2 : 0, quality, AccurateDct), Is.Zero);
            }

            PixelPlane decoded = JpegDecoder.DecodeRgba8(new ReadOnlySpan<byte>((void*)file, (int)size));
            var image = new SignalImage(width, height);
            for (int i = 0; i < image.Pixels.Length; i++)
            {
                ReadOnlySpan<byte> pixel = decoded.Bytes.Span[(4 * i)..];
                image.Pixels[i] = new(pixel[0] / 255.0, pixel[1] / 255.0, pixel[2] / 255.0);
            }

            return (image, (int)size);
        }
        finally
        {
            Free(file);
            _ = Destroy(handle);
        }
    }

    [LibraryImport(Library, EntryPoint = "tjInitCompress")]
    private static partial nint InitCompress();

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    private static partial int Destroy(nint handle);

    [LibraryImport(Library, EntryPoint = "tjFree")]
    private static partial void Free(nint buffer);

    [LibraryImport(Library, EntryPoint = "tjCompress2")]
    private static unsafe partial int Compress(
        nint handle, byte* source, int width, int pitch, int height, int pixelFormat, ref nint file, ref nuint size, int subsampling, int quality, int flags);
}
