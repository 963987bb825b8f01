using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Memory;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Images;

/// <summary>
/// A buffer seen as texels of one format: a shader fetches a whole texel at once, which a software device does several times faster than
/// reading the components from a buffer block.
/// </summary>
public sealed unsafe class TexelView : IDisposable
{
    private readonly Device device;
    private bool disposed;

    /// <param name="buffer">Made with <see cref="BufferUsage.UniformTexel"/> or <see cref="BufferUsage.StorageTexel"/>; outlives the view.</param>
    /// <param name="format">Format of one texel.</param>
    public TexelView(Device device, DeviceBuffer buffer, PixelFormat format)
    {
        this.device = device;
        var info = new VkBufferViewCreateInfo { buffer = buffer.Handle, format = (VkFormat)format, range = VkConstants.WholeSize };
        VkBufferView handle;
        Check(Vk.vkCreateBufferView(device.Handle, &info, null, &handle));
        Handle = handle;
    }

    internal VkBufferView Handle { get; }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        device.Retire(() => Vk.vkDestroyBufferView(device.Handle, Handle, null));
    }
}
