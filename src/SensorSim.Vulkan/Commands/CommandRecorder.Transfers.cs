using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Vulkan.Commands;

/// <content>Copies, clears and mip levels. Images are in the states TransferSource and TransferDestination.</content>
public sealed unsafe partial class CommandRecorder
{
    /// <param name="sizeInBytes">0 for as much as fits in both.</param>
    public void Copy(DeviceBuffer source, DeviceBuffer destination, ulong sourceOffset = 0, ulong destinationOffset = 0, ulong sizeInBytes = 0)
    {
        if (sizeInBytes == 0)
            sizeInBytes = Math.Min(source.SizeInBytes - sourceOffset, destination.SizeInBytes - destinationOffset);
        var region = new VkBufferCopy { srcOffset = sourceOffset, dstOffset = destinationOffset, size = sizeInBytes };
        Vk.vkCmdCopyBuffer(Handle, source.Handle, destination.Handle, 1, &region);
    }

    /// <summary>Tightly packed rows, first row on top, into one level of one or more layers.</summary>
    public void Copy(DeviceBuffer source, ulong sourceOffset, DeviceImage destination, int mip = 0, int layer = 0, int layerCount = 1)
    {
        VkBufferImageCopy region = Region(sourceOffset, destination, mip, layer, layerCount);
        Vk.vkCmdCopyBufferToImage(Handle, source.Handle, destination.Handle, VkImageLayout.TransferDstOptimal, 1, &region);
    }

    /// <summary>One level of one or more layers into tightly packed rows, first row on top.</summary>
    public void Copy(DeviceImage source, DeviceBuffer destination, ulong destinationOffset = 0, int mip = 0, int layer = 0, int layerCount = 1)
    {
        VkBufferImageCopy region = Region(destinationOffset, source, mip, layer, layerCount);
        Vk.vkCmdCopyImageToBuffer(Handle, source.Handle, VkImageLayout.TransferSrcOptimal, destination.Handle, 1, &region);
    }

    /// <summary>One level and layer of an image into one of another of the same size and format class.</summary>
    public void Copy(DeviceImage source, int sourceMip, int sourceLayer, DeviceImage destination, int destinationMip, int destinationLayer)
    {
        var region = new VkImageCopy
        {
            srcSubresource = Layers(source, sourceMip, sourceLayer, 1),
            dstSubresource = Layers(destination, destinationMip, destinationLayer, 1),
            extent = Extent(source, sourceMip),
        };
        Vk.vkCmdCopyImage(Handle, source.Handle, VkImageLayout.TransferSrcOptimal, destination.Handle, VkImageLayout.TransferDstOptimal, 1, &region);
    }

    /// <summary>The mean of the samples of every pixel; for formats that are not integers.</summary>
    public void Resolve(DeviceImage source, DeviceImage destination)
    {
        var region = new VkImageResolve { srcSubresource = Layers(source, 0, 0, 1), dstSubresource = Layers(destination, 0, 0, 1), extent = Extent(source, 0) };
        Vk.vkCmdResolveImage(Handle, source.Handle, VkImageLayout.TransferSrcOptimal, destination.Handle, VkImageLayout.TransferDstOptimal, 1, &region);
    }

    /// <summary>Copies with scaling and conversion between whole levels of all layers.</summary>
    public void Blit(DeviceImage source, int sourceMip, DeviceImage destination, int destinationMip, SamplerFilter filter = SamplerFilter.Linear)
    {
        VkImageBlit region = default;
        region.srcSubresource = Layers(source, sourceMip, 0, source.Description.ArrayLayers);
        region.dstSubresource = Layers(destination, destinationMip, 0, source.Description.ArrayLayers);
        region.srcOffsets[1] = Corner(source, sourceMip);
        region.dstOffsets[1] = Corner(destination, destinationMip);
        Vk.vkCmdBlitImage(
            Handle, source.Handle, VkImageLayout.TransferSrcOptimal, destination.Handle, VkImageLayout.TransferDstOptimal, 1, &region, (VkFilter)filter);
    }

    /// <summary>Fills levels 1 and up from level 0, each the 2 × 2 mean of the one before; takes all levels from TransferDestination to <paramref name="to"/>.</summary>
    public void GenerateMips(DeviceImage image, ResourceState to)
    {
        int layers = image.Description.ArrayLayers;
        for (int level = 1; level < image.Description.MipLevels; level++)
        {
            Transition(image, ResourceState.TransferDestination, ResourceState.TransferSource, ImageSubresources.Mip(level - 1, layers));
            Blit(image, level - 1, image, level);
            Transition(image, ResourceState.TransferSource, to, ImageSubresources.Mip(level - 1, layers));
        }

        Transition(image, ResourceState.TransferDestination, to, ImageSubresources.Mip(image.Description.MipLevels - 1, layers));
    }

    /// <summary>Sets a range of bytes (multiples of 4) to a repeated 32-bit value.</summary>
    /// <param name="sizeInBytes">0 for the rest of the buffer.</param>
    public void Fill(DeviceBuffer buffer, uint value = 0, ulong offsetInBytes = 0, ulong sizeInBytes = 0) =>
        Vk.vkCmdFillBuffer(Handle, buffer.Handle, offsetInBytes, sizeInBytes == 0 ? VkConstants.WholeSize : sizeInBytes, value);

    /// <summary>Writes up to 64 KiB, in multiples of 4 bytes, straight from the command stream.</summary>
    public void Update<T>(DeviceBuffer buffer, ReadOnlySpan<T> values, ulong offsetInBytes = 0)
        where T : unmanaged
    {
        fixed (T* first = values)
            Vk.vkCmdUpdateBuffer(Handle, buffer.Handle, offsetInBytes, (ulong)values.Length * (ulong)sizeof(T), first);
    }

    public void Clear(DeviceImage image, ClearColor color)
    {
        VkClearColorValue value = color.ToNative();
        VkImageSubresourceRange range = image.Range(image.AllSubresources);
        Vk.vkCmdClearColorImage(Handle, image.Handle, VkImageLayout.TransferDstOptimal, &value, 1, &range);
    }

    private static VkBufferImageCopy Region(ulong bufferOffset, DeviceImage image, int mip, int layer, int layerCount) => new()
    {
        bufferOffset = bufferOffset,
        imageSubresource = Layers(image, mip, layer, layerCount),
        imageExtent = Extent(image, mip),
    };

    private static VkImageSubresourceLayers Layers(DeviceImage image, int mip, int layer, int layerCount) =>
        new() { aspectMask = image.Aspect, mipLevel = (uint)mip, baseArrayLayer = (uint)layer, layerCount = (uint)layerCount };

    private static VkExtent3D Extent(DeviceImage image, int mip) =>
        new() { width = (uint)Math.Max(1, image.Width >> mip), height = (uint)Math.Max(1, image.Height >> mip), depth = 1 };

    private static VkOffset3D Corner(DeviceImage image, int mip) => new() { x = Math.Max(1, image.Width >> mip), y = Math.Max(1, image.Height >> mip), z = 1 };
}
