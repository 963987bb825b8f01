using System.Collections.Concurrent;

namespace SensorSim.Vulkan.Memory;

/// <summary>
/// A fixed number of host-cached buffers that results come back through. When all are on loan, acquiring blocks: readers that are slow
/// slow the renderer down instead of filling memory. Safe from any thread.
/// </summary>
public sealed class ReadbackRing : IDisposable
{
    private readonly Device device;
    private readonly DeviceBuffer[] buffers;
    private readonly BlockingCollection<(DeviceBuffer Buffer, ulong LastUse)> free = new(new ConcurrentQueue<(DeviceBuffer, ulong)>());
    private volatile bool disposed;

    /// <param name="slotCount">At least 2, so that the GPU writes one while another is read.</param>
    public ReadbackRing(Device device, int slotCount, ulong bytesPerSlot)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slotCount, 2);
        this.device = device;
        BytesPerSlot = bytesPerSlot;
        buffers = [.. Enumerable.Range(0, slotCount).Select(i => new DeviceBuffer(device, bytesPerSlot, BufferUsage.Storage, MemoryKind.Readback, $"readback {i}"))];
        foreach (DeviceBuffer buffer in buffers)
            free.Add((buffer, 0));
    }

    public int SlotCount => buffers.Length;

    public ulong BytesPerSlot { get; }

    /// <summary>Slots that can be acquired without waiting.</summary>
    public int FreeCount => free.Count;

    /// <summary>Takes a slot, waiting until a reader gives one back.</summary>
    public ReadbackSlot Acquire(CancellationToken cancellation = default) => Lend(free.Take(cancellation));

    /// <returns>Null when all slots are on loan.</returns>
    public ReadbackSlot? TryAcquire() => free.TryTake(out (DeviceBuffer Buffer, ulong LastUse) taken) ? Lend(taken) : null;

    /// <summary>Give every slot back first: a span read from one dies with the ring.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        foreach (DeviceBuffer buffer in buffers)
            buffer.Dispose();
        free.Dispose();
    }

    internal void Return(DeviceBuffer buffer, ulong lastUse)
    {
        if (!disposed)
            free.Add((buffer, lastUse));
    }

    // A slot given back unread may still be written by the GPU.
    private ReadbackSlot Lend((DeviceBuffer Buffer, ulong LastUse) taken)
    {
        device.Timeline.Wait(taken.LastUse);
        return new(this, device, taken.Buffer);
    }
}
