using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Vulkan.Images;

/// <summary>How a texture is read between its texels.</summary>
public sealed record SamplerDescription
{
    public static SamplerDescription LinearRepeat { get; } = new();

    public static SamplerDescription LinearClamp { get; } = new() { AddressU = SamplerAddressMode.ClampToEdge, AddressV = SamplerAddressMode.ClampToEdge };

    public static SamplerDescription NearestClamp { get; } = LinearClamp with
    {
        MinFilter = SamplerFilter.Nearest,
        MagFilter = SamplerFilter.Nearest,
        MipFilter = SamplerFilter.Nearest,
    };

    public SamplerFilter MinFilter { get; init; } = SamplerFilter.Linear;

    public SamplerFilter MagFilter { get; init; } = SamplerFilter.Linear;

    public SamplerFilter MipFilter { get; init; } = SamplerFilter.Linear;

    public SamplerAddressMode AddressU { get; init; }

    public SamplerAddressMode AddressV { get; init; }

    /// <summary>1 switches anisotropic filtering off; more than the device can do is lowered to its limit.</summary>
    public float MaxAnisotropy { get; init; } = 1;

    /// <summary>0 keeps the sampler at the base level.</summary>
    public float MaxLod { get; init; } = 1000;

    public float LodBias { get; init; }

    /// <summary>For <see cref="SamplerAddressMode.ClampToBorder"/>: opaque white (1) instead of transparent black (0).</summary>
    public bool HasWhiteBorder { get; init; }

    /// <summary>Makes a shadow sampler: the fraction of texels that pass the comparison.</summary>
    public CompareOperation? Compare { get; init; }
}
