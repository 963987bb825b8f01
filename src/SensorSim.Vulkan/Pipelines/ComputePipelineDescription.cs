using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>Everything fixed about a dispatch.</summary>
public sealed record ComputePipelineDescription
{
    /// <summary>Shown in validation messages and GPU debuggers.</summary>
    public string? Name { get; init; }

    public required CompiledShader Shader { get; init; }

    public SpecializationConstants Specialization { get; init; } = SpecializationConstants.None;

    /// <summary>Position = set number.</summary>
    public IReadOnlyList<ResourceLayout> ResourceLayouts { get; init; } = [];

    /// <summary>A multiple of 4, at most the device's limit (128 everywhere).</summary>
    public int PushConstantBytes { get; init; }
}
