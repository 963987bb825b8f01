namespace SensorSim.Vulkan.Images;

/// <summary>Nearest texel, or a weighted mean of the neighbours.</summary>
public enum SamplerFilter
{
    Nearest = 0,
    Linear = 1,
}
