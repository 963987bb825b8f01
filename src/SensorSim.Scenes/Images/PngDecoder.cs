using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SensorSim.Scenes.Images.Native;
using SensorSim.Signals;

namespace SensorSim.Scenes.Images;

/// <summary>
/// Decodes PNG files through libspng: every colour type, bit depth and interlacing. No colour conversion is made; gAMA, sRGB and iCCP are ignored.
/// </summary>
public static class PngDecoder
{
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether the bytes begin with PNG's signature.</summary>
    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Reads the header and checks the sizes it declares.</summary>
    /// <exception cref="ImageFormatException">Not a PNG, truncated, damaged, or beyond the limits.</exception>
    public static PngHeader ReadHeader(ReadOnlySpan<byte> file, ImageLimits? limits = null)
    {
        RequireWholeChunks(file);
        using var context = new PngContext();
        return context.Open(file, limits ?? ImageLimits.Default, static c => c.Header);
    }

    /// <summary>
    /// Decodes with the file's own sample depth: 8-bit samples (1, 2 and 4-bit grey is scaled to 0..255) or 16-bit little-endian ones.
    /// Channels: 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA; a palette is looked up, and a tRNS chunk becomes an alpha channel.
    /// </summary>
    /// <exception cref="ImageFormatException">Not a PNG, truncated, damaged, or beyond the limits.</exception>
    public static PixelPlane Decode(ReadOnlySpan<byte> file, ImageLimits? limits = null)
    {
        RequireWholeChunks(file);
        using var context = new PngContext();
        return context.Open(file, limits ?? ImageLimits.Default, static c =>
        {
            PngHeader header = c.Header;
            SampleType samples = header.BitDepth == 16 ? SampleType.UInt16 : SampleType.UInt8;
            byte[] pixels = c.Decode(NativeFormat(header), header.Width * (long)header.Height * header.Channels * (int)samples);
            return new PixelPlane(header.Width, header.Height, header.Channels, samples, pixels);
        });
    }

    /// <summary>
    /// Decodes to 8-bit RGBA, as textures want it. 16-bit samples are reduced by rounding v · 255 / 65535; alpha is 255 where the file has none.
    /// </summary>
    /// <exception cref="ImageFormatException">Not a PNG, truncated, damaged, or beyond the limits.</exception>
    public static PixelPlane DecodeRgba8(ReadOnlySpan<byte> file, ImageLimits? limits = null)
    {
        RequireWholeChunks(file);
        using var context = new PngContext();
        return context.Open(file, limits ?? ImageLimits.Default, static c =>
        {
            (int width, int height, int depth, _, _) = c.Header;
            long count = width * (long)height * 4;
            byte[] pixels = depth == 16
                ? ReduceTo8Bits(MemoryMarshal.Cast<byte, ushort>(c.Decode(Spng.FormatRgba16, count * 2).AsSpan()))
                : c.Decode(Spng.FormatRgba8, count);
            return new PixelPlane(width, height, 4, SampleType.UInt8, pixels);
        });
    }

    private static byte[] ReduceTo8Bits(ReadOnlySpan<ushort> samples)
    {
        byte[] reduced = new byte[samples.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            // Equal to rounding v / 257 for every 16-bit v.
            reduced[i] = (byte)(((samples[i] * 255) + 32895) >> 16);
        }

        return reduced;
    }

    private static int NativeFormat(PngHeader header) => (header.ColorType, header.HasTransparency, header.BitDepth) switch
    {
        (PngColorType.Grayscale, true, 16) => Spng.FormatGrayAlpha16,
        (PngColorType.Grayscale, true, _) => Spng.FormatGrayAlpha8,
        (PngColorType.Grayscale, false, < 16) => Spng.FormatGray8,
        (PngColorType.Truecolor, true, 16) => Spng.FormatRgba16,
        (PngColorType.Truecolor or PngColorType.Indexed, true, _) => Spng.FormatRgba8,
        (PngColorType.Indexed, false, _) => Spng.FormatRgb8,
        _ => Spng.FormatPng,
    };

    /// <summary>Walks the chunks to IEND without decoding, so that a cut-off file fails before its pixels are allocated.</summary>
    private static void RequireWholeChunks(ReadOnlySpan<byte> file)
    {
        if (!IsPng(file))
        {
            throw new ImageFormatException("The file does not begin with PNG's signature; expected a PNG file.");
        }

        ReadOnlySpan<byte> rest = file[Signature.Length..];
        while (rest.Length >= 12 && BinaryPrimitives.ReadUInt32BigEndian(rest) is uint length && length <= rest.Length - 12)
        {
            if (rest[4..8].SequenceEqual("IEND"u8))
            {
                return;
            }

            rest = rest[(12 + (int)length)..];
        }

        throw new ImageFormatException($"The PNG file ends inside a chunk ({file.Length} bytes, no IEND): it is truncated. Copy or export it again.");
    }
}
