namespace SensorSim.Vulkan.Memory;

/// <summary>
/// Divides a range of bytes: first fit over a list of free ranges sorted by offset, neighbours joined when freed.
/// Pure bookkeeping; no memory is touched.
/// </summary>
public sealed class RangeAllocator
{
    private readonly List<(ulong Offset, ulong Size)> free;
    private readonly Dictionary<ulong, ulong> used = [];

    /// <param name="capacity">Bytes to divide, above 0.</param>
    public RangeAllocator(ulong capacity)
    {
        ArgumentOutOfRangeException.ThrowIfZero(capacity);
        Capacity = capacity;
        free = [(0, capacity)];
    }

    public ulong Capacity { get; }

    public ulong UsedBytes { get; private set; }

    public int Count => used.Count;

    public bool IsEmpty => used.Count == 0;

    public ulong LargestFreeRange => free.Count == 0 ? 0 : free.Max(range => range.Size);

    /// <returns>False when no free range holds <paramref name="size"/> bytes at this alignment.</returns>
    public bool TryAllocate(ulong size, ulong alignment, out ulong offset)
    {
        ArgumentOutOfRangeException.ThrowIfZero(size);
        if (!ulong.IsPow2(alignment))
            throw new ArgumentOutOfRangeException(nameof(alignment), alignment, "An alignment is a power of two.");
        for (int i = 0; i < free.Count; i++)
        {
            (ulong start, ulong length) = free[i];
            offset = AlignUp(start, alignment);
            ulong padding = offset - start;
            if (padding > length || length - padding < size)
                continue;
            Take(i, offset, size);
            return true;
        }

        offset = 0;
        return false;
    }

    /// <param name="offset">As given by <see cref="TryAllocate"/>.</param>
    public void Free(ulong offset)
    {
        if (!used.Remove(offset, out ulong size))
            throw new InvalidOperationException($"Nothing is allocated at offset {offset}.");
        UsedBytes -= size;
        int next = free.FindIndex(range => range.Offset > offset);
        next = next < 0 ? free.Count : next;
        free.Insert(next, (offset, size));
        Join(next);
        if (next > 0)
            Join(next - 1);
    }

    internal static ulong AlignUp(ulong value, ulong alignment) => (value + alignment - 1) & ~(alignment - 1);

    private void Take(int index, ulong offset, ulong size)
    {
        (ulong start, ulong length) = free[index];
        free.RemoveAt(index);
        ulong end = start + length;
        if (offset + size < end)
            free.Insert(index, (offset + size, end - offset - size));
        if (offset > start)
            free.Insert(index, (start, offset - start));
        used.Add(offset, size);
        UsedBytes += size;
    }

    private void Join(int index)
    {
        if (index + 1 >= free.Count || free[index].Offset + free[index].Size != free[index + 1].Offset)
            return;
        free[index] = (free[index].Offset, free[index].Size + free[index + 1].Size);
        free.RemoveAt(index + 1);
    }
}
