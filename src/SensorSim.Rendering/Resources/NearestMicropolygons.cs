using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Resources;

/// <summary>The nearest micropolygon of each sample (nearest.glsl); nothing but zeros between passes.</summary>
internal sealed class NearestMicropolygons : IDisposable
{
    private const int Bytes = 8;

    /// <param name="device">The device.</param>
    /// <param name="pixels">Of the image.</param>
    /// <param name="samples">Of each pixel, 1 or 4; texels hold one sample or two.</param>
    public NearestMicropolygons(Device device, int pixels, int samples)
    {
        Buffer = new(device, Bytes * (ulong)pixels * (ulong)samples, BufferUsage.Storage | BufferUsage.UniformTexel, name: "nearest micropolygons");
        Texels = new(device, Buffer, samples == 1 ? PixelFormat.R32G32UInt : PixelFormat.R32G32B32A32UInt);
        device.Execute(recorder =>
        {
            recorder.Fill(Buffer);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
        });
    }

    public DeviceBuffer Buffer { get; }

    public TexelView Texels { get; }

    public void Dispose()
    {
        Texels.Dispose();
        Buffer.Dispose();
    }
}
