using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>PNG's view of a plane: rows of big-endian samples, each behind its filter byte.</summary>
internal sealed class RowFilter
{
    /// <summary>Rows looked at to choose a filter.</summary>
    private const int SampledRows = 16;

    /// <summary>Mean |difference to the row above| from which a byte is taken for noise; a clean render stays below 2.</summary>
    private const double NoiseThreshold = 3;

    private byte[] _current = [];
    private byte[] _above = [];

    /// <summary>A clean render or a label image is smooth from row to row; sensor noise is not, and predicting it only adds to it.</summary>
    public static PngFilter Choose(in PixelPlane plane)
    {
        int stride = Stride(plane), step = (int)plane.SampleType, sampled = 0;
        long sum = 0;
        ReadOnlySpan<byte> bytes = plane.Bytes.Span;
        for (int row = 1; row < plane.Height; row += Math.Max(1, plane.Height / SampledRows))
        {
            ReadOnlySpan<byte> here = bytes.Slice(row * stride, stride), above = bytes.Slice((row - 1) * stride, stride);
            for (int i = 0; i < stride; i += step, sampled++)
                sum += Math.Abs((int)(sbyte)(here[i] - above[i]));
        }

        return sum > NoiseThreshold * sampled ? PngFilter.None : PngFilter.Up;
    }

    /// <summary>Writes one filtered row: 1 + stride bytes. Rows must be asked for in order from 0.</summary>
    public void WriteRow(in PixelPlane plane, int row, PngFilter filter, Span<byte> destination)
    {
        int stride = Stride(plane);
        ReadOnlySpan<byte> current = BigEndianRow(plane, row, stride);
        destination[0] = filter == PngFilter.Up ? (byte)2 : (byte)0;
        if (filter == PngFilter.None || row == 0)
            current.CopyTo(destination[1..]);
        else
            Subtract(current, AboveRow(plane, row, stride), destination[1..]);
        (_current, _above) = (_above, _current);
    }

    public static int Stride(in PixelPlane plane) => checked(plane.Width * plane.Channels * (int)plane.SampleType);

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
