using SensorSim.Vulkan.Images;

namespace SensorSim.Vulkan.Commands;

/// <summary>The depth image of a pass, in the state <see cref="ResourceState.DepthAttachment"/>.</summary>
public sealed record DepthAttachment(ImageView View)
{
    public LoadAction Load { get; init; } = LoadAction.Clear;

    public float Clear { get; init; } = 1;

    public bool IsStored { get; init; } = true;

    /// <summary>Single-sampled image that receives sample 0; null for none.</summary>
    public ImageView? Resolve { get; init; }
}
