namespace SensorSim.Vulkan.Images;

/// <summary>What lies beyond the edge of a texture.</summary>
public enum SamplerAddressMode
{
    Repeat = 0,
    MirroredRepeat = 1,
    ClampToEdge = 2,
    ClampToBorder = 3,
}
