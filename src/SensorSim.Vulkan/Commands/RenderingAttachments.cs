using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Images;

namespace SensorSim.Vulkan.Commands;

/// <summary>Attachments as vkCmdBeginRendering takes them.</summary>
internal static class RenderingAttachments
{
    public static VkRenderingAttachmentInfo Describe(ColorAttachment attachment)
    {
        var info = new VkRenderingAttachmentInfo
        {
            imageView = attachment.View.Handle,
            imageLayout = VkImageLayout.ColorAttachmentOptimal,
            loadOp = (VkAttachmentLoadOp)attachment.Load,
            storeOp = attachment.IsStored ? VkAttachmentStoreOp.Store : VkAttachmentStoreOp.DontCare,
        };
        info.clearValue.color = attachment.Clear.ToNative();
        if (attachment.Resolve is { } resolve)
        {
            info.resolveMode = resolve.Image.Format.IsInteger ? VkResolveModeFlags.SampleZero : VkResolveModeFlags.Average;
            info.resolveImageView = resolve.Handle;
            info.resolveImageLayout = VkImageLayout.ColorAttachmentOptimal;
        }

        return info;
    }

    public static VkRenderingAttachmentInfo Describe(DepthAttachment attachment)
    {
        var info = new VkRenderingAttachmentInfo
        {
            imageView = attachment.View.Handle,
            imageLayout = VkImageLayout.DepthStencilAttachmentOptimal,
            loadOp = (VkAttachmentLoadOp)attachment.Load,
            storeOp = attachment.IsStored ? VkAttachmentStoreOp.Store : VkAttachmentStoreOp.DontCare,
        };
        info.clearValue.depthStencil.depth = attachment.Clear;
        if (attachment.Resolve is { } resolve)
        {
            info.resolveMode = VkResolveModeFlags.SampleZero;
            info.resolveImageView = resolve.Handle;
            info.resolveImageLayout = VkImageLayout.DepthStencilAttachmentOptimal;
        }

        return info;
    }
}
