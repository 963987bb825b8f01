using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan.Commands;

/// <summary>The value of a cleared pixel, in the component type of its format.</summary>
public readonly record struct ClearColor
{
    private readonly uint red;
    private readonly uint green;
    private readonly uint blue;
    private readonly uint alpha;

    private ClearColor(uint red, uint green, uint blue, uint alpha) => (this.red, this.green, this.blue, this.alpha) = (red, green, blue, alpha);

    /// <summary>All bits 0: black and transparent in every format.</summary>
    public static ClearColor Zero { get; }

    /// <summary>For float and normalised formats.</summary>
    public static ClearColor Float(float red, float green, float blue, float alpha) =>
        new(BitConverter.SingleToUInt32Bits(red), BitConverter.SingleToUInt32Bits(green), BitConverter.SingleToUInt32Bits(blue), BitConverter.SingleToUInt32Bits(alpha));

    /// <summary>For unsigned integer formats.</summary>
    public static ClearColor UInt(uint red, uint green = 0, uint blue = 0, uint alpha = 0) => new(red, green, blue, alpha);

    internal unsafe VkClearColorValue ToNative()
    {
        VkClearColorValue value = default;
        value.uint32[0] = red;
        value.uint32[1] = green;
        value.uint32[2] = blue;
        value.uint32[3] = alpha;
        return value;
    }
}
