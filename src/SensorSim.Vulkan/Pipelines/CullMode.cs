namespace SensorSim.Vulkan.Pipelines;

/// <summary>Which faces are not drawn.</summary>
public enum CullMode
{
    None = 0,
    Front = 1,
    Back = 2,
}
