using SensorSim.Vulkan;

namespace SensorSim.Rendering.Passes;

/// <summary>Where objects that are drawn alone leave their bits and counts.</summary>
/// <param name="Resources">Regions, bits, counters and the regions by object.</param>
/// <param name="FirstRegion">Region of the first entry.</param>
/// <param name="FirstCounter">First word of the view's counters.</param>
internal readonly record struct SoloTarget(ResourceSet Resources, uint FirstRegion, uint FirstCounter)
{
    /// <summary>First of the entries in the list of drawn objects.</summary>
    public uint FirstEntry { get; init; }

    /// <summary>On the wide canvas, counting outside the image; else on the image.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Whether pixels are counted; else only their bits are set.</summary>
    public bool Counts { get; init; }
}
