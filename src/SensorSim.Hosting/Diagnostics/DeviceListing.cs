using SensorSim.Vulkan;

namespace SensorSim.Hosting.Diagnostics;

/// <summary>The Vulkan devices of this machine.</summary>
public static class DeviceListing
{
    /// <exception cref="VulkanException">There is no loader or no driver.</exception>
    public static IReadOnlyList<PhysicalDevice> Devices()
    {
        using var instance = new VulkanInstance();
        return instance.PhysicalDevices;
    }

    /// <summary>The line that a run begins with: "device: llvmpipe (LLVM 15.0.6, 256 bits) (software; slow)".</summary>
    public static string Announcement(PhysicalDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device.IsSoftware ? $"device: {device.Name} (software; slow)" : $"device: {device.Name}";
    }
}
