using SensorSim.Vulkan.Binding;

namespace SensorSim.Rendering.Passes;

/// <summary>Where objects that are drawn alone leave their bits.</summary>
/// <param name="Resources">Regions, bits and the regions by object.</param>
/// <param name="FirstRegion">Region of the first entry.</param>
internal readonly record struct SoloTarget(ResourceSet Resources, uint FirstRegion)
{
    /// <summary>First of the entries in the list of drawn objects.</summary>
    public uint FirstEntry { get; init; }

    /// <summary>On the wide canvas, outside the image; else on the image.</summary>
    public bool IsOutside { get; init; }
}
