using SensorSim.Cli.Console;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Machine;

/// <summary>
/// The device that <c>--device</c> means. A name, index or UUID that nothing has is bad input; a machine without the kind that was asked for
/// (<c>gpu</c>, <c>cpu</c>) is a failure that another try there cannot mend.
/// </summary>
internal static class DeviceChoice
{
    /// <exception cref="UsageException">Nothing fits the given selector.</exception>
    public static PhysicalDevice Select(IReadOnlyList<PhysicalDevice> devices, string? selector)
    {
        try
        {
            return DeviceSelector.Select(devices, selector);
        }
        catch (VulkanException refusal) when (selector is not null && !IsKind(selector))
        {
            throw new UsageException($"--device {selector}: {refusal.Message}");
        }
    }

    private static bool IsKind(string selector) =>
        selector.Trim().Equals("gpu", StringComparison.OrdinalIgnoreCase) || selector.Trim().Equals("cpu", StringComparison.OrdinalIgnoreCase);
}
