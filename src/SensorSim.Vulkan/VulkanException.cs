namespace SensorSim.Vulkan;

/// <summary>A Vulkan call failed, or what was asked of the GPU layer cannot be done on this machine.</summary>
public sealed class VulkanException : Exception
{
    public VulkanException(string message)
        : base(message)
    {
    }

    public VulkanException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal VulkanException(string call, int resultCode, string resultName, string advice)
        : base($"{call} failed with {resultName} ({resultCode}).{advice}")
    {
        Call = call;
        ResultCode = resultCode;
    }

    /// <summary>The Vulkan command that failed, such as <c>vkQueueSubmit2</c>; null when no command was involved.</summary>
    public string? Call { get; }

    /// <summary>The VkResult, or 0 when no command was involved.</summary>
    public int ResultCode { get; }

    /// <summary>Another try on this machine ends in the same way: no driver, no device, or one that lacks what is needed.</summary>
    public bool IsPermanent => Call is null
        || ResultCode is (int)Generated.VkResult.ErrorIncompatibleDriver or (int)Generated.VkResult.ErrorLayerNotPresent
            or (int)Generated.VkResult.ErrorExtensionNotPresent or (int)Generated.VkResult.ErrorFeatureNotPresent;

    /// <summary>What was asked for does not fit the memory of the device or of the machine.</summary>
    public bool IsOutOfMemory => ResultCode is (int)Generated.VkResult.ErrorOutOfDeviceMemory or (int)Generated.VkResult.ErrorOutOfHostMemory;

    /// <summary>The device no longer answers: everything made from it must be disposed and made again.</summary>
    public bool IsDeviceLost => ResultCode == (int)Generated.VkResult.ErrorDeviceLost;
}
