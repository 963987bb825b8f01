using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Resources;

/// <summary>
/// Where frames leave their results. A software device writes straight into the memory that the host reads; others write into their own and
/// copy. Blocks grow with the largest frame.
/// </summary>
internal sealed class ResultBlocks(Device device, int slots, bool readsBack) : IDisposable
{
    private readonly List<ReadbackRing> _rings = [];
    private DeviceBuffer? _own;

    /// <summary>Takes a block, waiting while all are being read.</summary>
    public ReadbackSlot Acquire(long bytes, CancellationToken cancellation)
    {
        if (_rings.Count == 0 || _rings[^1].BytesPerSlot < (ulong)bytes)
        {
            _rings.Add(new(device, slots, System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)bytes)));
        }

        return _rings[^1].Acquire(cancellation);
    }

    /// <summary>Zeroes what the passes of all views leave out; the block that the shaders write.</summary>
    public DeviceBuffer Begin(CommandRecorder recorder, ReadbackSlot slot, IReadOnlyList<ResultLayout> results)
    {
        DeviceBuffer target = TargetOf(slot);
        recorder.Barrier(ResourceState.HostRead, ResourceState.TransferDestination);
        foreach (ResultLayout result in results)
        {
            recorder.Fill(target, 0, (ulong)result.Begin, (ulong)Math.Max(result.ZeroedEnd - result.Begin, 4));
        }

        recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
        return target;
    }

    /// <summary>Brings what was written to the host.</summary>
    public void Finish(CommandRecorder recorder, ReadbackSlot slot, long bytes)
    {
        if (device.IsSoftware)
        {
            recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.HostRead);
        }
        else if (readsBack)
        {
            recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.TransferSource);
            slot.Copy(recorder, TargetOf(slot), sizeInBytes: (ulong)bytes);
        }

        slot.Complete(recorder);
    }

    public void Dispose()
    {
        _own?.Dispose();
        _rings.ForEach(ring => ring.Dispose());
    }

    private DeviceBuffer TargetOf(ReadbackSlot slot)
    {
        if (device.IsSoftware)
        {
            return slot.Buffer;
        }

        if (_own is null || _own.SizeInBytes < slot.Buffer.SizeInBytes)
        {
            _own?.Dispose();
            _own = new(device, slot.Buffer.SizeInBytes, BufferUsage.Storage, name: "results");
        }

        return _own;
    }
}
