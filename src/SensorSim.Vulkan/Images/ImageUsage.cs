namespace SensorSim.Vulkan.Images;

/// <summary>What an image is used for. Every image can also be copied from and to.</summary>
[Flags]
public enum ImageUsage
{
    None = 0,
    Sampled = 0x4,
    Storage = 0x8,
    ColorAttachment = 0x10,
    DepthAttachment = 0x20,
}
