using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;

namespace SensorSim.Vulkan.Memory;

/// <summary>Staging memory for data on its way to the device; room is reused as submissions finish. The thread that records uses it.</summary>
public sealed class UploadRing : IDisposable
{
    private const ulong Alignment = 16;

    private readonly Device device;
    private readonly DeviceBuffer staging;
    private readonly RangeAllocator ranges;
    private readonly ConcurrentQueue<(ulong Value, ulong Offset)> submitted = new();

    public UploadRing(Device device, ulong capacityInBytes = 32UL << 20)
    {
        this.device = device;
        staging = new(device, capacityInBytes, BufferUsage.None, MemoryKind.Upload, "upload ring");
        ranges = new(capacityInBytes);
    }

    /// <summary>Records a copy of <paramref name="data"/>; the span may be reused at once.</summary>
    public void Upload<T>(CommandRecorder recorder, ReadOnlySpan<T> data, DeviceBuffer destination, ulong destinationOffset = 0)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(data);
        if (bytes.IsEmpty)
            return;
        (DeviceBuffer source, ulong offset) = Stage(recorder, bytes);
        recorder.Copy(source, destination, offset, destinationOffset, (ulong)bytes.Length);
    }

    /// <summary>Records a copy of tightly packed pixels into one level; the image is in the state <see cref="ResourceState.TransferDestination"/>.</summary>
    /// <exception cref="ArgumentException">The data is not exactly one level of the given layers.</exception>
    public void Upload<T>(CommandRecorder recorder, ReadOnlySpan<T> data, DeviceImage destination, int mip = 0, int layer = 0, int layerCount = 1)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(data);
        int width = Math.Max(1, destination.Width >> mip);
        int height = Math.Max(1, destination.Height >> mip);
        long expected = (long)width * height * layerCount * destination.Format.BytesPerPixel;
        if (bytes.Length != expected)
            throw new ArgumentException($"Level {mip} of image '{destination.Description.Name}' takes {expected} bytes ({width} × {height} {destination.Format}, {layerCount} layer(s)); got {bytes.Length}.", nameof(data));
        (DeviceBuffer source, ulong offset) = Stage(recorder, bytes);
        recorder.Copy(source, offset, destination, mip, layer, layerCount);
    }

    public void Dispose() => staging.Dispose();

    private (DeviceBuffer Buffer, ulong Offset) Stage(CommandRecorder recorder, ReadOnlySpan<byte> bytes)
    {
        if (!TryReserve((ulong)bytes.Length, out ulong offset))
            return (StageAlone(recorder, bytes), 0);
        bytes.CopyTo(staging.Map<byte>()[(int)offset..]);
        staging.Flush();
        recorder.OnSubmitted(value => submitted.Enqueue((value, offset)));
        return (staging, offset);
    }

    private bool TryReserve(ulong size, out ulong offset)
    {
        offset = 0;
        if (size > ranges.Capacity)
            return false;
        while (!ranges.TryAllocate(size, Alignment, out offset))
        {
            // What this recorder itself has staged is freed only after it is submitted: waiting for it would never end.
            if (!submitted.TryDequeue(out (ulong Value, ulong Offset) oldest))
                return false;
            device.Timeline.Wait(oldest.Value);
            ranges.Free(oldest.Offset);
        }

        return true;
    }

    private DeviceBuffer StageAlone(CommandRecorder recorder, ReadOnlySpan<byte> bytes)
    {
        var alone = new DeviceBuffer(device, (ulong)bytes.Length, BufferUsage.None, MemoryKind.Upload, "upload");
        bytes.CopyTo(alone.Map<byte>());
        alone.Flush();
        recorder.OnSubmitted(_ => alone.Dispose());
        return alone;
    }
}
