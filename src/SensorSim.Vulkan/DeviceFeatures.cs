namespace SensorSim.Vulkan;

/// <summary>Optional abilities of a device; each is enabled on a <see cref="Device"/> where it is supported.</summary>
public sealed record DeviceFeatures
{
    public bool Anisotropy { get; init; }

    public bool IndependentBlend { get; init; }

    public bool SampleRateShading { get; init; }

    public bool DepthClamp { get; init; }

    public bool CubeArrays { get; init; }

    /// <summary>Also what lets a fragment shader read <c>gl_PrimitiveID</c>.</summary>
    public bool GeometryShader { get; init; }

    public bool FragmentStoresAndAtomics { get; init; }

    public bool MultiDrawIndirect { get; init; }

    public bool DrawIndirectFirstInstance { get; init; }

    public bool ShaderDrawParameters { get; init; }

    public bool ShaderFloat64 { get; init; }

    public bool ShaderInt64 { get; init; }

    /// <summary>Atomic operations on 64 bits of a storage buffer.</summary>
    public bool BufferInt64Atomics { get; init; }

    /// <summary>Storage images of formats such as two channels of 32 bits.</summary>
    public bool StorageImageExtendedFormats { get; init; }

    public bool StorageImageReadWithoutFormat { get; init; }

    public bool StorageImageWriteWithoutFormat { get; init; }

    public bool ScalarBlockLayout { get; init; }

    public bool Multiview { get; init; }

    public bool ShaderOutputLayer { get; init; }

    public bool SamplerFilterMinMax { get; init; }

    /// <summary>Arrays of textures indexed by any value ("bindless"): runtime-sized, partially bound, non-uniform index. False on lavapipe 22.3.</summary>
    public bool DescriptorIndexing { get; init; }
}
