using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SensorSim.Datasets.Labels;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Datasets.Images;

/// <summary>Decodes what <see cref="PlyWriter"/> writes, and no other PLY.</summary>
internal static class PlyReader
{
    private static readonly string s_beforeCount = PlyWriter.Header(0)[..(PlyWriter.Header(0).IndexOf("vertex ", StringComparison.Ordinal) + "vertex ".Length)];

    public static bool HasSignature(ReadOnlySpan<byte> file) => file.StartsWith("ply\n"u8);

    /// <exception cref="ImageFormatException">Not such a PLY, or damaged.</exception>
    public static PixelPlane Decode(ReadOnlySpan<byte> file)
    {
        int count = CountOf(file);
        byte[] header = Encoding.ASCII.GetBytes(PlyWriter.Header(count));
        if (!file.StartsWith(header) || file.Length != header.Length + ((long)count * PlyWriter.BytesPerVertex))
            throw new ImageFormatException("The PLY is not a point cloud of this program: its header or its length is another.");
        byte[] bytes = new byte[count * PointCloud.Channels * sizeof(float)];
        Span<float> samples = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        ReadOnlySpan<byte> vertices = file[header.Length..];
        for (int i = 0; i < count; i++)
            Read(vertices.Slice(i * PlyWriter.BytesPerVertex, PlyWriter.BytesPerVertex), samples.Slice(i * PointCloud.Channels, PointCloud.Channels));
        return new(count, 1, PointCloud.Channels, SampleType.Float32, bytes);
    }

    private static int CountOf(ReadOnlySpan<byte> file)
    {
        string start = Encoding.ASCII.GetString(file[..Math.Min(file.Length, s_beforeCount.Length + 12)]);
        string digits = start.StartsWith(s_beforeCount, StringComparison.Ordinal) ? start[s_beforeCount.Length..].Split('\n')[0] : "";
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= file.Length / PlyWriter.BytesPerVertex
            ? count
            : throw new ImageFormatException("The PLY does not say how many points it has, or is cut off.");
    }

    private static void Read(ReadOnlySpan<byte> vertex, Span<float> point)
    {
        for (int i = 0; i < 3; i++)
        {
            point[i] = BinaryPrimitives.ReadSingleLittleEndian(vertex[(4 * i)..]);
            point[3 + i] = vertex[12 + i];
        }

        point[6] = BinaryPrimitives.ReadUInt16LittleEndian(vertex[15..]);
        point[7] = BinaryPrimitives.ReadUInt16LittleEndian(vertex[17..]);
    }
}
