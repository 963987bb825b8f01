namespace SensorSim.Vulkan;

/// <summary>What a Vulkan device is made of.</summary>
public enum PhysicalDeviceType
{
    Other = 0,
    IntegratedGpu = 1,
    DiscreteGpu = 2,
    VirtualGpu = 3,

    /// <summary>A software device: shaders run on the processor.</summary>
    Cpu = 4,
}
