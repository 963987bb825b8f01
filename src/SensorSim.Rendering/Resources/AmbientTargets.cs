using SensorSim.Vulkan;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Resources;

/// <summary>What ambient occlusion is computed in and read from; buffers of one element where it was not asked for.</summary>
/// <param name="device">The device.</param>
/// <param name="pixels">Of the image.</param>
internal sealed class AmbientTargets(Device device, int pixels) : IDisposable
{
    public int Pixels { get; } = pixels;

    /// <summary>Normal and depth.</summary>
    public DeviceBuffer Surfaces { get; } = new(device, 16 * (ulong)pixels, BufferUsage.Storage, name: "ambient surfaces");

    /// <summary>Before it is filtered.</summary>
    public DeviceBuffer Visible { get; } = new(device, 4 * (ulong)pixels, BufferUsage.Storage, name: "ambient visibility");

    /// <summary>Share of the environment's light that arrives, and depth.</summary>
    public DeviceBuffer Ambient { get; } = new(device, 8 * (ulong)pixels, BufferUsage.Storage, name: "ambient");

    public void Dispose()
    {
        Surfaces.Dispose();
        Visible.Dispose();
        Ambient.Dispose();
    }
}
