namespace SensorSim.Vulkan;

/// <summary>The limits of a device that the renderer or a sensor may run into.</summary>
public sealed record DeviceLimits
{
    public int MaxImageSize2D { get; init; }

    public int MaxImageArrayLayers { get; init; }

    public int MaxColorAttachments { get; init; }

    /// <summary>Highest samples per pixel of a float32 RGBA colour attachment.</summary>
    public int MaxSampleCountRgba32Float { get; init; }

    /// <summary>Highest samples per pixel of a 32-bit float depth attachment.</summary>
    public int MaxSampleCountDepth32Float { get; init; }

    public int MaxPushConstantBytes { get; init; }

    public int MaxBoundResourceSets { get; init; }

    public int MaxSampledImagesPerStage { get; init; }

    public ulong MaxStorageBufferBytes { get; init; }

    public ulong MaxUniformBufferBytes { get; init; }

    public int MaxMultiviewViews { get; init; }

    public int MaxComputeInvocationsPerGroup { get; init; }

    public int MaxComputeSharedBytes { get; init; }

    /// <summary>1 when anisotropic filtering is not supported.</summary>
    public float MaxAnisotropy { get; init; } = 1;

    public ulong UniformBufferOffsetAlignment { get; init; } = 1;

    public ulong StorageBufferOffsetAlignment { get; init; } = 1;

    public ulong NonCoherentAtomBytes { get; init; } = 1;

    public ulong MaxMemoryAllocations { get; init; }
}
