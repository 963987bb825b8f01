using SensorSim.Scenes.Images.Native;
using SensorSim.Signals;

namespace SensorSim.Scenes.Images;

/// <summary>Decodes still WebP files, lossy and lossless, through libwebp.</summary>
public static unsafe class WebpDecoder
{
    /// <summary>Whether the bytes begin like a WebP file.</summary>
    public static bool IsWebp(ReadOnlySpan<byte> file) => file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8);

    /// <summary>Reads the size that the header declares and checks it.</summary>
    /// <exception cref="ImageFormatException">Not a WebP, damaged, or beyond the limits.</exception>
    public static (int Width, int Height) ReadSize(ReadOnlySpan<byte> file, ImageLimits? limits = null)
    {
        fixed (byte* bytes = file)
        {
            if (!IsWebp(file) || Webp.GetInfo(bytes, (nuint)file.Length, out int width, out int height) == 0)
            {
                throw new ImageFormatException("The WebP file's header cannot be read: it is damaged or truncated. Copy or export it again.");
            }

            (limits ?? ImageLimits.Default).Check("WebP", width, height);
            return (width, height);
        }
    }

    /// <summary>Decodes to 8-bit RGBA; alpha is 255 where the file has none.</summary>
    /// <exception cref="ImageFormatException">Not a WebP, truncated, damaged, animated, or beyond the limits.</exception>
    public static PixelPlane DecodeRgba8(ReadOnlySpan<byte> file, ImageLimits? limits = null)
    {
        (int width, int height) = ReadSize(file, limits);
        byte[] pixels = GC.AllocateUninitializedArray<byte>(checked(width * height * 4));
        fixed (byte* bytes = file, output = pixels)
        {
            return Webp.DecodeRgbaInto(bytes, (nuint)file.Length, output, (nuint)pixels.Length, width * 4) != 0
                ? new(width, height, 4, SampleType.UInt8, pixels)
                : throw new ImageFormatException("The WebP file cannot be decoded: it is truncated, damaged or animated. Export the image again.");
        }
    }
}
