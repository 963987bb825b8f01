using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>
/// Encodes planes of 8 or 16 bits and 1, 3 or 4 channels as PNG (ISO 15948). Keeps its buffers: use one per thread.
/// The same plane gives the same bytes on the same runtime.
/// </summary>
public sealed class PngWriter
{
    /// <summary>Filtered rows are compressed in blocks of about this size, so that a block stays in the cache.</summary>
    private const int BlockBytes = 128 * 1024;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly ZLibCompressionOptions s_fastest = new() { CompressionLevel = 1 };
    private static readonly ZLibCompressionOptions s_huffmanOnly = new() { CompressionLevel = 1, CompressionStrategy = ZLibCompressionStrategy.HuffmanOnly };

    private readonly GrowingBuffer _file = new();
    private readonly RowFilter _rows = new();
    private byte[] _block = [];

    /// <summary>The encoded file, valid until the next call.</summary>
    /// <param name="plane">8 or 16 bits; 1, 3 or 4 channels.</param>
    /// <param name="content">What the plane is like.</param>
    /// <param name="xmp">An XMP packet for an iTXt chunk, or null.</param>
    /// <exception cref="ArgumentException">PNG cannot hold such a plane, or its byte count does not fit its shape.</exception>
    public ReadOnlyMemory<byte> Encode(in PixelPlane plane, PngContent content = PngContent.Automatic, string? xmp = null)
    {
        Validate(plane);
        _file.Clear();
        _file.Write(Signature);
        WriteHeader(plane);
        if (xmp is not null)
            WriteXmp(xmp);
        WritePixels(plane, content == PngContent.Automatic ? NoiseDetector.Classify(plane) : content);
        EndChunk(BeginChunk("IEND"u8));
        return _file.Written;
    }

    private static void Validate(in PixelPlane plane)
    {
        if (plane.Width <= 0 || plane.Height <= 0 || plane.Channels is not (1 or 3 or 4) || plane.SampleType == SampleType.Float32)
        {
            throw new ArgumentException(
                $"PNG holds 1, 3 or 4 channels of 8 or 16 bits, not {plane.Width}x{plane.Height} with {plane.Channels} of {plane.SampleType}.", nameof(plane));
        }

        if (plane.Bytes.Length != plane.ByteCount)
            throw new ArgumentException($"The plane has {plane.Bytes.Length} bytes where its shape needs {plane.ByteCount}.", nameof(plane));
    }

    private void WriteHeader(in PixelPlane plane)
    {
        int start = BeginChunk("IHDR"u8);
        Span<byte> header = _file.Take(13);
        BinaryPrimitives.WriteInt32BigEndian(header, plane.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], plane.Height);
        header[8] = (byte)(8 * (int)plane.SampleType);
        header[9] = plane.Channels switch { 1 => 0, 3 => 2, _ => 6 };
        header[10..].Clear();
        EndChunk(start);
    }

    private void WriteXmp(string xmp)
    {
        int start = BeginChunk("iTXt"u8);
        _file.Write("XML:com.adobe.xmp\0\0\0\0\0"u8);
        _file.Write(Encoding.UTF8.GetBytes(xmp));
        EndChunk(start);
    }

    private void WritePixels(in PixelPlane plane, PngContent content)
    {
        int start = BeginChunk("IDAT"u8);
        int rowBytes = RowFilter.Stride(plane) + 1;
        int rowsPerBlock = Math.Max(1, BlockBytes / rowBytes);
        if (_block.Length < rowBytes * rowsPerBlock)
            _block = new byte[rowBytes * rowsPerBlock];
        using (var deflate = new ZLibStream(new GrowingBufferStream(_file), content == PngContent.Noisy ? s_huffmanOnly : s_fastest))
        {
            for (int first = 0; first < plane.Height; first += rowsPerBlock)
            {
                int count = Math.Min(rowsPerBlock, plane.Height - first);
                for (int row = 0; row < count; row++)
                    _rows.WriteRow(plane, first + row, _block.AsSpan(row * rowBytes, rowBytes));
                deflate.Write(_block.AsSpan(0, count * rowBytes));
            }
        }

        EndChunk(start);
    }

    private int BeginChunk(ReadOnlySpan<byte> type)
    {
        int start = _file.Count;
        _file.Take(4);
        _file.Write(type);
        return start;
    }

    private void EndChunk(int start)
    {
        Span<byte> chunk = _file.Written.Span[start..];
        BinaryPrimitives.WriteInt32BigEndian(chunk, chunk.Length - 8);
        uint crc = Crc32.Of(chunk[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(_file.Take(4), crc);
    }
}
