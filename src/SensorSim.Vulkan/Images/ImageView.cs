using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan.Images;

/// <summary>A part of an image as a shader or an attachment sees it; lives and dies with its image.</summary>
public sealed class ImageView
{
    internal ImageView(DeviceImage image, VkImageView handle, ImageViewKind kind, ImageSubresources subresources)
    {
        Image = image;
        Handle = handle;
        Kind = kind;
        Subresources = subresources;
    }

    public DeviceImage Image { get; }

    public ImageViewKind Kind { get; }

    public ImageSubresources Subresources { get; }

    internal VkImageView Handle { get; }
}
