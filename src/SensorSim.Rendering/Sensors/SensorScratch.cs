using SensorSim.Vulkan;

namespace SensorSim.Rendering.Sensors;

/// <summary>Two buffers that the passes of a chain write in turn; they grow to the largest frame seen.</summary>
internal sealed class SensorScratch(Device device) : IDisposable
{
    private readonly DeviceBuffer?[] _buffers = new DeviceBuffer?[2];
    private int _next;

    /// <summary>A buffer of at least this size that the frame's earlier passes, and earlier frames, are done with.</summary>
    public DeviceBuffer Next(CommandRecorder recorder, ulong sizeInBytes)
    {
        _next = 1 - _next;
        if (_buffers[_next] is { } current && current.SizeInBytes >= sizeInBytes)
        {
            recorder.Barrier(current, ResourceState.ShaderSampled, ResourceState.ShaderStorageWrite);
            return current;
        }

        // The outgrown buffer may still be read by commands of this recorder.
        DeviceBuffer? outgrown = _buffers[_next];
        recorder.OnSubmitted(_ => outgrown?.Dispose());
        var grown = new DeviceBuffer(device, sizeInBytes, BufferUsage.Storage | BufferUsage.UniformTexel, name: "sensor scratch");
        _buffers[_next] = grown;
        return grown;
    }

    public void Dispose()
    {
        foreach (DeviceBuffer? buffer in _buffers)
        {
            buffer?.Dispose();
        }
    }
}
