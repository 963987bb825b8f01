using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Sensors;

/// <summary>The buffers that the passes of a chain write in turn: two, or three where a stage's later passes read its input. They grow to the largest frame seen.</summary>
internal sealed class SensorScratch(Device device) : IDisposable
{
    private readonly DeviceBuffer?[] _buffers = new DeviceBuffer?[3];

    /// <summary>A buffer of at least this size that is neither of those still to be read, and that the frame's earlier passes, and earlier frames, are done with.</summary>
    public DeviceBuffer Next(CommandRecorder recorder, ulong sizeInBytes, DeviceBuffer source, DeviceBuffer input)
    {
        int free = Array.FindIndex(_buffers, buffer => buffer is null || (buffer != source && buffer != input));
        if (_buffers[free] is { } current && current.SizeInBytes >= sizeInBytes)
        {
            recorder.Barrier(current, ResourceState.ShaderSampled, ResourceState.ShaderStorageWrite);
            return current;
        }

        // The outgrown buffer may still be read by commands of this recorder.
        DeviceBuffer? outgrown = _buffers[free];
        recorder.OnSubmitted(_ => outgrown?.Dispose());
        var grown = new DeviceBuffer(device, sizeInBytes, BufferUsage.Storage | BufferUsage.UniformTexel, name: "sensor scratch");
        _buffers[free] = grown;
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
