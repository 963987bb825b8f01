using System.Runtime.CompilerServices;
using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan;

/// <summary>The one place where a VkResult becomes an exception, in every build configuration.</summary>
internal static class VulkanResult
{
    /// <summary>Throws for error codes (negative); success codes such as VK_INCOMPLETE and VK_TIMEOUT pass through.</summary>
    public static VkResult Check(VkResult result, [CallerArgumentExpression(nameof(result))] string expression = "")
    {
        if (result >= VkResult.Success)
            return result;
        string call = expression.Split('(')[0].Replace("Vk.", "", StringComparison.Ordinal);
        throw new VulkanException(call, (int)result, result.ToString(), Advice(result));
    }

    private static string Advice(VkResult result) => result switch
    {
        VkResult.ErrorIncompatibleDriver => " No usable Vulkan driver was found: install the GPU's driver, or mesa-vulkan-drivers for the software device.",
        VkResult.ErrorOutOfDeviceMemory => " The device has no memory left: render fewer or smaller images at a time.",
        VkResult.ErrorOutOfHostMemory => " The machine has no memory left.",
        VkResult.ErrorDeviceLost => " The device was lost (driver reset, hang or removal); the run must be started again.",
        VkResult.ErrorLayerNotPresent => " Install vulkan-validationlayers.",
        _ => "",
    };
}
