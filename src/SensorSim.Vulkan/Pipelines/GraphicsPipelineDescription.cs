using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>Everything fixed about a draw; viewport and scissor are set while recording.</summary>
public sealed record GraphicsPipelineDescription
{
    /// <summary>Shown in validation messages and GPU debuggers.</summary>
    public string? Name { get; init; }

    public required CompiledShader VertexShader { get; init; }

    /// <summary>Null for a pass that writes depth only.</summary>
    public CompiledShader? FragmentShader { get; init; }

    /// <summary>Given to every stage; a stage ignores the ids it does not declare.</summary>
    public SpecializationConstants Specialization { get; init; } = SpecializationConstants.None;

    /// <summary>Empty when the vertex shader reads its vertices from storage buffers.</summary>
    public IReadOnlyList<VertexLayout> VertexLayouts { get; init; } = [];

    public PrimitiveTopology Topology { get; init; } = PrimitiveTopology.TriangleList;

    public CullMode Cull { get; init; } = CullMode.Back;

    public FrontFace FrontFace { get; init; } = FrontFace.CounterClockwise;

    public DepthState Depth { get; init; } = DepthState.Disabled;

    public IReadOnlyList<ColorTarget> ColorTargets { get; init; } = [];

    /// <summary>Null when no depth attachment is bound.</summary>
    public PixelFormat? DepthFormat { get; init; }

    public int SampleCount { get; init; } = 1;

    /// <summary>Runs the fragment shader for each sample; needs <see cref="DeviceFeatures.SampleRateShading"/>.</summary>
    public bool IsSampleShaded { get; init; }

    /// <summary>Turns the fragment's α into coverage when multisampled.</summary>
    public bool HasAlphaToCoverage { get; init; }

    /// <summary>Bit i renders to layer i at once; 0 without multiview.</summary>
    public uint ViewMask { get; init; }

    /// <summary>Position = set number.</summary>
    public IReadOnlyList<ResourceLayout> ResourceLayouts { get; init; } = [];

    /// <summary>A multiple of 4, at most the device's limit (128 everywhere).</summary>
    public int PushConstantBytes { get; init; }
}
