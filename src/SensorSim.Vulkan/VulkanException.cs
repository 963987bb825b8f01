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

    /// <summary>The device no longer answers: everything made from it must be disposed and made again.</summary>
    public bool IsDeviceLost => ResultCode == (int)Generated.VkResult.ErrorDeviceLost;
}
