namespace SensorSim.Datasets.Images;

/// <summary>Bytes written into one array that is kept between uses, so that encoding a frame allocates nothing large.</summary>
internal sealed class GrowingBuffer
{
    private byte[] _bytes = new byte[64 * 1024];

    public int Count { get; private set; }

    public Memory<byte> Written => _bytes.AsMemory(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Room for <paramref name="count"/> more bytes, counted as written.</summary>
    public Span<byte> Take(int count)
    {
        int needed = checked(Count + count);
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, _bytes.Length * 2L)));
        Span<byte> room = _bytes.AsSpan(Count, count);
        Count = needed;
        return room;
    }

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Writes at a position, which may lie before or behind the end.</summary>
    public void WriteAt(int position, ReadOnlySpan<byte> bytes)
    {
        int end = checked(position + bytes.Length);
        if (end > Count)
            Take(end - Count);
        bytes.CopyTo(_bytes.AsSpan(position));
    }
}
