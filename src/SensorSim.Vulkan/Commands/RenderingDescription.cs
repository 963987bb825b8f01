namespace SensorSim.Vulkan.Commands;

/// <summary>The attachments of a pass (Vulkan's dynamic rendering; no framebuffer object).</summary>
public sealed record RenderingDescription
{
    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    public IReadOnlyList<ColorAttachment> ColorAttachments { get; init; } = [];

    public DepthAttachment? DepthAttachment { get; init; }

    /// <summary>Layers that the shader may write; 1 with a view mask.</summary>
    public int LayerCount { get; init; } = 1;

    /// <summary>Bit i renders to layer i at once; equal to the pipeline's.</summary>
    public uint ViewMask { get; init; }
}
