using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>PNG's view of a plane: rows of big-endian samples behind a filter byte, each as its difference to the row above ("Up").</summary>
internal sealed class RowFilter
{
    private const byte Up = 2;
    private const byte None = 0;

    private byte[] _current = [];
    private byte[] _above = [];

    public static int Stride(in PixelPlane plane) => checked(plane.Width * plane.Channels * (int)plane.SampleType);

    /// <summary>Writes one filtered row: 1 + stride bytes. Rows must be asked for in order from 0.</summary>
    public void WriteRow(in PixelPlane plane, int row, Span<byte> destination)
    {
        int stride = Stride(plane);
        ReadOnlySpan<byte> current = BigEndianRow(plane, row, stride);
        destination[0] = row == 0 ? None : Up;
        if (row == 0)
            current.CopyTo(destination[1..]);
        else
            Subtract(current, AboveRow(plane, row, stride), destination[1..]);
        (_current, _above) = (_above, _current);
    }

    private ReadOnlySpan<byte> BigEndianRow(in PixelPlane plane, int row, int stride)
    {
        ReadOnlySpan<byte> source = plane.Bytes.Span.Slice(row * stride, stride);
        if (plane.SampleType == SampleType.UInt8)
            return source;

        if (_current.Length < stride)
            (_current, _above) = (new byte[stride], new byte[stride]);
        Span<byte> swapped = _current.AsSpan(0, stride);
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(source), MemoryMarshal.Cast<byte, ushort>(swapped));
        return swapped;
    }

    private ReadOnlySpan<byte> AboveRow(in PixelPlane plane, int row, int stride) =>
        plane.SampleType == SampleType.UInt8 ? plane.Bytes.Span.Slice((row - 1) * stride, stride) : _above.AsSpan(0, stride);

    private static void Subtract(ReadOnlySpan<byte> current, ReadOnlySpan<byte> above, Span<byte> difference)
    {
        int i = 0;
        for (; i <= current.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            (new Vector<byte>(current[i..]) - new Vector<byte>(above[i..])).CopyTo(difference[i..]);
        for (; i < current.Length; i++)
            difference[i] = (byte)(current[i] - above[i]);
    }
}
