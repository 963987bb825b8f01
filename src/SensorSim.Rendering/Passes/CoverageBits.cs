using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Passes;

/// <summary>A bit for each pixel of the objects that are drawn alone: room for one chunk of them, which grows with what frames need.</summary>
internal sealed class CoverageBits(Device device, int words) : IDisposable
{
    public DeviceBuffer Buffer { get; private set; } = Create(device, words);

    /// <summary>Makes room; what was there may be lost.</summary>
    public void Need(int words)
    {
        if ((ulong)words * 4 > Buffer.SizeInBytes)
        {
            Buffer.Dispose();
            Buffer = Create(device, words);
        }
    }

    public void Clear(CommandRecorder recorder, int words)
    {
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferDestination);
        recorder.Fill(Buffer, sizeInBytes: (ulong)words * 4);
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
    }

    /// <summary>Copies bits away before the next chunk clears them.</summary>
    public void Keep(CommandRecorder recorder, int words, DeviceBuffer target, ulong offset)
    {
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
        recorder.Copy(Buffer, target, 0, offset, (ulong)words * 4);
        recorder.Barrier(ResourceState.TransferSource, ResourceState.ShaderStorageWrite);
        recorder.Barrier(ResourceState.TransferSource, ResourceState.TransferDestination);
    }

    public void Dispose() => Buffer.Dispose();

    private static DeviceBuffer Create(Device device, int words) => new(device, (ulong)words * 4, BufferUsage.Storage, name: "coverage bits");
}
