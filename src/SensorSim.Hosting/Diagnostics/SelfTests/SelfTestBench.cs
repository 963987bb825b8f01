using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>What the cases work with.</summary>
/// <param name="Device">The device under test.</param>
/// <param name="Shaders">The program's shaders.</param>
public sealed record SelfTestBench(Device Device, ShaderLibrary Shaders)
{
    /// <summary>Runs a compute shader of the program once; its only binding is the output buffer.</summary>
    /// <returns>The first <paramref name="count"/> elements of the output.</returns>
    public T[] Compute<T>(string shader, int count, int groups)
        where T : unmanaged
    {
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.StorageBuffer, ShaderStage.Compute));
        using var pipeline = new ComputePipeline(Device, new() { Shader = Shaders.Get(shader), ResourceLayouts = [layout] });
        using var output = DeviceBuffer.For<T>(Device, count, BufferUsage.Storage);
        using var set = new ResourceSet(Device, layout).Set(0, output);
        Device.Execute(commands =>
        {
            commands.Bind(pipeline);
            commands.Bind(0, set);
            commands.Dispatch(groups);
        });
        return Read<T>(output, count);
    }

    /// <summary>Reads a buffer back.</summary>
    public T[] Read<T>(DeviceBuffer source, int count)
        where T : unmanaged => Read<T>(Device, source, count);

    /// <summary>Reads a buffer of a device back; every earlier submission has finished by then.</summary>
    public static T[] Read<T>(Device device, DeviceBuffer source, int count)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(source);
        using var readback = DeviceBuffer.For<T>(device, count, BufferUsage.None, MemoryKind.Readback);
        device.Execute(commands =>
        {
            commands.Barrier(ResourceState.Undefined, ResourceState.TransferSource);
            commands.Copy(source, readback);
            commands.Barrier(readback, ResourceState.TransferDestination, ResourceState.HostRead);
        });
        readback.Invalidate();
        return readback.Map<T>()[..count].ToArray();
    }
}
