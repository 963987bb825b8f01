using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>The blend equation behind each <see cref="BlendMode"/>.</summary>
internal static class BlendAttachments
{
    private const VkColorComponentFlags All = VkColorComponentFlags.R | VkColorComponentFlags.G | VkColorComponentFlags.B | VkColorComponentFlags.A;

    public static VkPipelineColorBlendAttachmentState For(ColorTarget target)
    {
        VkColorComponentFlags mask = target.IsWritten ? All : VkColorComponentFlags.None;
        return target.Blend switch
        {
            BlendMode.Opaque => new() { colorWriteMask = mask },
            BlendMode.Alpha => Add(mask, VkBlendFactor.SrcAlpha, VkBlendFactor.OneMinusSrcAlpha, VkBlendFactor.One, VkBlendFactor.OneMinusSrcAlpha),
            BlendMode.PremultipliedAlpha => Add(mask, VkBlendFactor.One, VkBlendFactor.OneMinusSrcAlpha, VkBlendFactor.One, VkBlendFactor.OneMinusSrcAlpha),
            BlendMode.Additive => Add(mask, VkBlendFactor.One, VkBlendFactor.One, VkBlendFactor.One, VkBlendFactor.One),
            BlendMode.Multiply => Add(mask, VkBlendFactor.DstColor, VkBlendFactor.Zero, VkBlendFactor.DstAlpha, VkBlendFactor.Zero),
            _ => throw new ArgumentOutOfRangeException(nameof(target), target.Blend, "Unknown blend mode."),
        };
    }

    private static VkPipelineColorBlendAttachmentState Add(
        VkColorComponentFlags mask, VkBlendFactor source, VkBlendFactor destination, VkBlendFactor sourceAlpha, VkBlendFactor destinationAlpha) => new()
    {
        blendEnable = true,
        srcColorBlendFactor = source,
        dstColorBlendFactor = destination,
        colorBlendOp = VkBlendOp.Add,
        srcAlphaBlendFactor = sourceAlpha,
        dstAlphaBlendFactor = destinationAlpha,
        alphaBlendOp = VkBlendOp.Add,
        colorWriteMask = mask,
    };
}
