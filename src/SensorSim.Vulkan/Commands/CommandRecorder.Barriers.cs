using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Vulkan.Commands;

/// <content>Who must finish before whom.</content>
public sealed unsafe partial class CommandRecorder
{
    /// <summary>All levels and layers of the image: earlier use as <paramref name="from"/> finishes before later use as <paramref name="to"/>.</summary>
    public void Transition(DeviceImage image, ResourceState from, ResourceState to) => Transition(image, from, to, image.AllSubresources);

    /// <inheritdoc cref="Transition(DeviceImage, ResourceState, ResourceState)"/>
    public void Transition(DeviceImage image, ResourceState from, ResourceState to, ImageSubresources part)
    {
        var barrier = new VkImageMemoryBarrier2
        {
            srcStageMask = from.Stages,
            srcAccessMask = from.Access,
            dstStageMask = to.Stages,
            dstAccessMask = to.Access,
            oldLayout = from.Layout,
            newLayout = to.Layout,
            srcQueueFamilyIndex = VkConstants.QueueFamilyIgnored,
            dstQueueFamilyIndex = VkConstants.QueueFamilyIgnored,
            image = image.Handle,
            subresourceRange = image.Range(part),
        };
        var dependency = new VkDependencyInfo { imageMemoryBarrierCount = 1, pImageMemoryBarriers = &barrier };
        Vk.vkCmdPipelineBarrier2(Handle, &dependency);
    }

    /// <summary>The whole buffer: earlier use as <paramref name="from"/> finishes before later use as <paramref name="to"/>.</summary>
    public void Barrier(DeviceBuffer buffer, ResourceState from, ResourceState to)
    {
        var barrier = new VkBufferMemoryBarrier2
        {
            srcStageMask = from.Stages,
            srcAccessMask = from.Access,
            dstStageMask = to.Stages,
            dstAccessMask = to.Access,
            srcQueueFamilyIndex = VkConstants.QueueFamilyIgnored,
            dstQueueFamilyIndex = VkConstants.QueueFamilyIgnored,
            buffer = buffer.Handle,
            size = VkConstants.WholeSize,
        };
        var dependency = new VkDependencyInfo { bufferMemoryBarrierCount = 1, pBufferMemoryBarriers = &barrier };
        Vk.vkCmdPipelineBarrier2(Handle, &dependency);
    }

    /// <summary>Every resource at once, layouts unchanged.</summary>
    public void Barrier(ResourceState from, ResourceState to)
    {
        var barrier = new VkMemoryBarrier2 { srcStageMask = from.Stages, srcAccessMask = from.Access, dstStageMask = to.Stages, dstAccessMask = to.Access };
        var dependency = new VkDependencyInfo { memoryBarrierCount = 1, pMemoryBarriers = &barrier };
        Vk.vkCmdPipelineBarrier2(Handle, &dependency);
    }
}
