using SensorSim.Vulkan.Images;

namespace SensorSim.Vulkan.Commands;

/// <summary>One colour image that is rendered to, in the state <see cref="ResourceState.ColorAttachment"/>.</summary>
/// <param name="View">One mip level; one layer, or as many as are rendered.</param>
public sealed record ColorAttachment(ImageView View)
{
    public LoadAction Load { get; init; } = LoadAction.Clear;

    public ClearColor Clear { get; init; }

    /// <summary>Keep the result; false when only the resolved image is wanted.</summary>
    public bool IsStored { get; init; } = true;

    /// <summary>Single-sampled image that receives the mean of the samples, or sample 0 of an integer format; null for none.</summary>
    public ImageView? Resolve { get; init; }
}
