using System.Buffers.Binary;
using System.Text;

namespace SensorSim.OnnxNetworks;

/// <summary>A protocol buffers message as it is written: fields by number, in the order in which they are added.</summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0, Fixed32 = 5, LengthDelimited = 2;

    private readonly MemoryStream _bytes = new();

    public ProtobufMessage Add(int field, long value)
    {
        Tag(field, Varint);
        Number((ulong)value);
        return this;
    }

    public ProtobufMessage Add(int field, float value)
    {
        Tag(field, Fixed32);
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _bytes.Write(bytes);
        return this;
    }

    public ProtobufMessage Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    public ProtobufMessage Add(int field, ReadOnlySpan<byte> bytes)
    {
        Tag(field, LengthDelimited);
        Number((ulong)bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    public ProtobufMessage Add(int field, IEnumerable<ProtobufMessage> parts)
    {
        foreach (ProtobufMessage part in parts)
        {
            Add(field, part.ToArray());
        }

        return this;
    }

    public byte[] ToArray() => _bytes.ToArray();

    private void Tag(int field, int wireType) => Number(((ulong)field << 3) | (uint)wireType);

    private void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.WriteByte((byte)(value | 0x80));
        }

        _bytes.WriteByte((byte)value);
    }
}
