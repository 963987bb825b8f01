namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>A device that the Vulkan loader enumerates.</summary>
/// <param name="Name">As its driver names it.</param>
/// <param name="IsSoftware">Shaders run on the processor.</param>
/// <param name="IsNvidia">PCI vendor 0x10DE.</param>
/// <param name="Unsuitability">Why it cannot be used, or null when it can.</param>
public sealed record DeviceFact(string Name, bool IsSoftware, bool IsNvidia, string? Unsuitability)
{
    public bool IsUsable => Unsuitability is null;
}
