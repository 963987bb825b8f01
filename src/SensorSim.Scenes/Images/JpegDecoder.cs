using SensorSim.Scenes.Images.Native;
using SensorSim.Signals;

namespace SensorSim.Scenes.Images;

/// <summary>Decodes JPEG files (baseline and progressive; grey, YCbCr and RGB) through TurboJPEG. CMYK is refused. Exif orientation is ignored, as glTF demands.</summary>
public static unsafe class JpegDecoder
{
    private static ReadOnlySpan<byte> EndOfImage => [0xFF, 0xD9];

    /// <summary>Whether the bytes begin with JPEG's start-of-image marker.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    /// <summary>Reads the size that the header declares and checks it.</summary>
    /// <exception cref="ImageFormatException">Not a JPEG, truncated, CMYK, or beyond the limits.</exception>
    public static (int Width, int Height) ReadSize(ReadOnlySpan<byte> file, ImageLimits? limits = null) =>
        WithDecompressor(file, limits ?? ImageLimits.Default, static (_, _, _, width, height) => (width, height));

    /// <summary>Decodes to 8-bit RGBA; alpha is 255.</summary>
    /// <exception cref="ImageFormatException">Not a JPEG, truncated, damaged, CMYK, or beyond the limits.</exception>
    public static PixelPlane DecodeRgba8(ReadOnlySpan<byte> file, ImageLimits? limits = null) =>
        WithDecompressor(file, limits ?? ImageLimits.Default, static (handle, jpeg, size, width, height) => Decompress(handle, jpeg, size, width, height, TurboJpeg.PixelFormatRgba, channels: 4));

    /// <summary>Decodes to 8-bit RGB.</summary>
    /// <exception cref="ImageFormatException">Not a JPEG, truncated, damaged, CMYK, or beyond the limits.</exception>
    public static PixelPlane DecodeRgb8(ReadOnlySpan<byte> file, ImageLimits? limits = null) =>
        WithDecompressor(file, limits ?? ImageLimits.Default, static (handle, jpeg, size, width, height) => Decompress(handle, jpeg, size, width, height, TurboJpeg.PixelFormatRgb, channels: 3));

    private delegate T Use<T>(nint handle, byte* jpeg, int size, int width, int height);

    private static T WithDecompressor<T>(ReadOnlySpan<byte> file, ImageLimits limits, Use<T> use)
    {
        // Found here, before pixels are allocated, rather than by the decoder.
        if (file.LastIndexOf(EndOfImage) < 0)
        {
            throw new ImageFormatException("The JPEG file has no end-of-image marker: it is truncated. Copy or export it again.");
        }

        nint handle = TurboJpeg.InitDecompress();
        if (handle == 0)
        {
            throw new InvalidOperationException("TurboJPEG could not allocate a decompressor: out of memory.");
        }

        try
        {
            fixed (byte* jpeg = file)
            {
                Require(handle, TurboJpeg.DecompressHeader(handle, jpeg, (nuint)file.Length, out int width, out int height, out _, out int colorspace));
                limits.Check("JPEG", width, height);
                return colorspace is not (TurboJpeg.ColorspaceCmyk or TurboJpeg.ColorspaceYcck)
                    ? use(handle, jpeg, file.Length, width, height)
                    : throw new ImageFormatException("The JPEG file is CMYK, which glTF does not allow; save it as RGB.");
            }
        }
        finally
        {
            _ = TurboJpeg.Destroy(handle);
        }
    }

    private static PixelPlane Decompress(nint handle, byte* jpeg, int size, int width, int height, int pixelFormat, int channels)
    {
        long bytes = width * (long)height * channels;
        ImageLimits.CheckExpansion("JPEG", bytes / channels, size);
        byte[] pixels = GC.AllocateUninitializedArray<byte>(checked((int)bytes));
        fixed (byte* output = pixels)
        {
            const int flags = TurboJpeg.FlagAccurateDct | TurboJpeg.FlagStopOnWarning | TurboJpeg.FlagLimitScans;
            Require(handle, TurboJpeg.Decompress(handle, jpeg, (nuint)size, output, width, width * channels, height, pixelFormat, flags));
        }

        return new(width, height, channels, SampleType.UInt8, pixels);
    }

    private static void Require(nint handle, int result)
    {
        if (result != 0)
        {
            throw new ImageFormatException($"The JPEG file cannot be decoded: {TurboJpeg.Describe(handle)}. Export the image again.");
        }
    }
}
