using SensorSim.Cli.Console;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands;

/// <summary>The device that <c>--device</c> means. A wish that no device fulfils is bad input, not a failure of the machine.</summary>
internal static class DeviceChoice
{
    /// <exception cref="UsageException">Nothing fits the given selector.</exception>
    public static PhysicalDevice Select(IReadOnlyList<PhysicalDevice> devices, string? selector)
    {
        try
        {
            return DeviceSelector.Select(devices, selector);
        }
        catch (VulkanException refusal) when (!string.IsNullOrEmpty(selector))
        {
            throw new UsageException($"--device {selector}: {refusal.Message}");
        }
    }
}
