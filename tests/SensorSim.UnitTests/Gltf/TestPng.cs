using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SensorSim.Scenes.Images;

namespace SensorSim.UnitTests.Gltf;

/// <summary>Writes PNG files of every colour type and depth by the letter of the specification: unfiltered scanlines, one IDAT.</summary>
internal static class TestPng
{
    public static byte[] Write(
        int width, int height, int depth, PngColorType type, byte[] scanlines, byte[]? palette = null, byte[]? transparency = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = (byte)depth;
        header[9] = (byte)type;
        WriteChunk(file, "IHDR", header);
        if (palette is not null)
        {
            WriteChunk(file, "PLTE", palette);
        }

        if (transparency is not null)
        {
            WriteChunk(file, "tRNS", transparency);
        }

        WriteChunk(file, "IDAT", Compress(scanlines, height));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    public static byte[] Rgba(int width, int height, params byte[] pixels) => Write(width, height, 8, PngColorType.TruecolorAlpha, pixels);

    private static byte[] Compress(byte[] scanlines, int height)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            int stride = scanlines.Length / height;
            for (int row = 0; row < height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(scanlines, row * stride, stride);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, byte[] data)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(typed));
        file.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
