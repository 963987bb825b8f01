using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using SensorSim.Signals;

namespace SensorSim.Scenes.Images;

/// <summary>
/// Writes 8-bit RGB and RGBA images as PNG, for the textures of generated scenes: Paeth-filtered and compressed well, since a texture is written once.
/// </summary>
public static class PngEncoder
{
    private const byte PaethFilter = 4;

    /// <exception cref="ArgumentException">Not 8-bit RGB or RGBA, or fewer bytes than the size demands.</exception>
    public static byte[] Encode(PixelPlane image, CompressionLevel level = CompressionLevel.Optimal)
    {
        if (image.SampleType != SampleType.UInt8 || image.Channels is not (3 or 4) || image.Width < 1 || image.Height < 1 || image.Bytes.Length != image.ByteCount)
        {
            throw new ArgumentException($"Expected whole 8-bit RGB or RGBA pixels, found {image}.", nameof(image));
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        header[9] = (byte)(image.Channels == 4 ? PngColorType.TruecolorAlpha : PngColorType.Truecolor);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(image, level));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Encodes RGBA bytes.</summary>
    /// <exception cref="ArgumentException">Fewer or more than width · height · 4 bytes.</exception>
    public static byte[] EncodeRgba8(int width, int height, ReadOnlyMemory<byte> rgba, CompressionLevel level = CompressionLevel.Optimal) =>
        Encode(new(width, height, 4, SampleType.UInt8, rgba), level);

    private static byte[] Compress(PixelPlane image, CompressionLevel level)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, level))
        {
            int stride = image.Width * image.Channels;
            byte[] above = new byte[stride], filtered = new byte[stride + 1];
            filtered[0] = PaethFilter;
            for (int row = 0; row < image.Height; row++)
            {
                ReadOnlySpan<byte> line = image.Bytes.Span.Slice(row * stride, stride);
                Filter(line, above, filtered.AsSpan(1), image.Channels);
                zlib.Write(filtered);
                line.CopyTo(above);
            }
        }

        return compressed.ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Filter(ReadOnlySpan<byte> line, ReadOnlySpan<byte> above, Span<byte> filtered, int pixel)
    {
        for (int i = 0; i < line.Length; i++)
        {
            (int left, int corner) = i < pixel ? (0, 0) : (line[i - pixel], above[i - pixel]);
            filtered[i] = (byte)(line[i] - Paeth(left, above[i], corner));
        }
    }

    /// <summary>The predictor of the PNG specification: whichever neighbour is nearest to left + above - corner.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Paeth(int left, int above, int corner)
    {
        int estimate = left + above - corner;
        (int a, int b, int c) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (byte b in data)
        {
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return crc;
    }

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOfByte)];

    private static uint CrcOfByte(int b)
    {
        uint crc = (uint)b;
        for (int bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }

        return crc;
    }
}
