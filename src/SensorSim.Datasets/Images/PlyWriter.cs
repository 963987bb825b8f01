using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SensorSim.Datasets.Labels;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Encodes a <see cref="PointCloud"/> as little-endian binary PLY, one vertex for each point. Keeps its buffer: use one per thread.</summary>
internal sealed class PlyWriter
{
    /// <summary>Bytes of a vertex: three floats, three bytes, two 16-bit integers.</summary>
    public const int BytesPerVertex = 19;

    private readonly GrowingBuffer _file = new();

    /// <summary>The lines of the header, with the number of points.</summary>
    public static string Header(int count) => string.Create(CultureInfo.InvariantCulture, $"""
        ply
        format binary_little_endian 1.0
        comment world frame, metres, +Y up
        element vertex {count}
        property float x
        property float y
        property float z
        property uchar red
        property uchar green
        property uchar blue
        property ushort instance
        property ushort semantic
        end_header

        """).ReplaceLineEndings("\n");

    /// <summary>The encoded file, valid until the next call.</summary>
    /// <exception cref="ArgumentException">Not a point cloud.</exception>
    public ReadOnlyMemory<byte> Encode(in PixelPlane points)
    {
        if (points is not { Height: 1, Channels: PointCloud.Channels, SampleType: SampleType.Float32 } || points.Bytes.Length != points.ByteCount)
            throw new ArgumentException($"PLY is written from points of {PointCloud.Channels} float32 samples, not from {points.Channels} of {points.SampleType}.", nameof(points));
        _file.Clear();
        _file.Write(Encoding.ASCII.GetBytes(Header(points.Width)));
        Span<byte> vertices = _file.Take(points.Width * BytesPerVertex);
        ReadOnlySpan<float> samples = MemoryMarshal.Cast<byte, float>(points.Bytes.Span);
        for (int i = 0; i < points.Width; i++)
            Write(samples.Slice(i * PointCloud.Channels, PointCloud.Channels), vertices.Slice(i * BytesPerVertex, BytesPerVertex));
        return _file.Written;
    }

    private static void Write(ReadOnlySpan<float> point, Span<byte> vertex)
    {
        for (int i = 0; i < 3; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(vertex[(4 * i)..], point[i]);
            vertex[12 + i] = (byte)point[3 + i];
        }

        BinaryPrimitives.WriteUInt16LittleEndian(vertex[15..], (ushort)point[6]);
        BinaryPrimitives.WriteUInt16LittleEndian(vertex[17..], (ushort)point[7]);
    }
}
