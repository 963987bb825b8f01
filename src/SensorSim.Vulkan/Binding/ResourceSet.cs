using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Vulkan.Binding;

/// <summary>Resources at the bindings of a <see cref="ResourceLayout"/>. Do not change a binding while submitted commands use the set.</summary>
public sealed unsafe class ResourceSet : IDisposable
{
    private readonly Device device;
    private readonly VkDescriptorPool pool;
    private bool disposed;

    public ResourceSet(Device device, ResourceLayout layout)
    {
        this.device = device;
        Layout = layout;
        (pool, Handle) = device.Descriptors.Allocate(layout);
    }

    public ResourceLayout Layout { get; }

    internal VkDescriptorSet Handle { get; }

    /// <param name="sizeInBytes">0 for the rest of the buffer.</param>
    /// <returns>This set, so that bindings can be chained.</returns>
    public ResourceSet Set(int binding, DeviceBuffer buffer, ulong offsetInBytes = 0, ulong sizeInBytes = 0)
    {
        var info = new VkDescriptorBufferInfo { buffer = buffer.Handle, offset = offsetInBytes, range = sizeInBytes == 0 ? VkConstants.WholeSize : sizeInBytes };
        return Write(binding, 0, &info, null);
    }

    /// <summary>A storage image, or a sampled image that meets its sampler in the shader.</summary>
    public ResourceSet Set(int binding, ImageView view, int arrayIndex = 0)
    {
        bool isStorage = Layout.Find(binding).Kind == ResourceKind.StorageImage;
        var info = new VkDescriptorImageInfo { imageView = view.Handle, imageLayout = isStorage ? VkImageLayout.General : VkImageLayout.ShaderReadOnlyOptimal };
        return Write(binding, arrayIndex, null, &info);
    }

    /// <summary>A texture with its sampler; the image is in the state <see cref="ResourceState.ShaderSampled"/> when read.</summary>
    public ResourceSet Set(int binding, ImageView view, Sampler sampler, int arrayIndex = 0)
    {
        var info = new VkDescriptorImageInfo { imageView = view.Handle, sampler = sampler.Handle, imageLayout = VkImageLayout.ShaderReadOnlyOptimal };
        return Write(binding, arrayIndex, null, &info);
    }

    /// <summary>A buffer read or written as texels.</summary>
    public ResourceSet Set(int binding, TexelView view)
    {
        VkBufferView handle = view.Handle;
        return Write(binding, 0, null, null, &handle);
    }

    public ResourceSet Set(int binding, Sampler sampler)
    {
        var info = new VkDescriptorImageInfo { sampler = sampler.Handle };
        return Write(binding, 0, null, &info);
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        device.Retire(() => device.Descriptors.Free(pool, Handle));
    }

    private ResourceSet Write(int binding, int arrayIndex, VkDescriptorBufferInfo* buffer, VkDescriptorImageInfo* image, VkBufferView* texels = null)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ResourceBinding shape = Layout.Find(binding);
        if (arrayIndex < 0 || arrayIndex >= shape.Count)
            throw new ArgumentOutOfRangeException(nameof(arrayIndex), arrayIndex, $"Binding {binding} has {shape.Count} element(s).");
        string given = buffer != null ? "a buffer" : texels != null ? "a texel view" : "an image or a sampler";
        if (given != Expected(shape.Kind))
            throw new ArgumentException($"Binding {binding} is a {shape.Kind} and takes {Expected(shape.Kind)}, not {given}.", nameof(binding));
        var write = new VkWriteDescriptorSet
        {
            dstSet = Handle,
            dstBinding = (uint)binding,
            dstArrayElement = (uint)arrayIndex,
            descriptorCount = 1,
            descriptorType = (VkDescriptorType)shape.Kind,
            pBufferInfo = buffer,
            pImageInfo = image,
            pTexelBufferView = texels,
        };
        Vk.vkUpdateDescriptorSets(device.Handle, 1, &write, 0, null);
        return this;
    }

    private static string Expected(ResourceKind kind) => kind switch
    {
        ResourceKind.UniformTexelBuffer or ResourceKind.StorageTexelBuffer => "a texel view",
        >= ResourceKind.UniformBuffer => "a buffer",
        _ => "an image or a sampler",
    };
}
