namespace SensorSim.Vulkan;

/// <summary>How the Vulkan loader is started.</summary>
public sealed record VulkanInstanceOptions
{
    public string ApplicationName { get; init; } = "sensorsim";

    /// <summary>Load the Khronos validation layer (package vulkan-validationlayers); creation fails when it is not installed.</summary>
    public bool EnableValidation { get; init; }

    /// <summary>Also look for missing barriers between commands; needs <see cref="EnableValidation"/>.</summary>
    public bool EnableSynchronizationValidation { get; init; }
}
