using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>What every pass makes its pipelines from.</summary>
/// <param name="FrameLayout">Set 0.</param>
/// <param name="MaterialLayout">Set 1 of passes that look at materials.</param>
internal sealed record PassContext(Device Device, ShaderLibrary Shaders, ResourceLayout FrameLayout, ResourceLayout MaterialLayout)
{
    /// <summary>A compute pipeline over the frame's resources and perhaps one set more.</summary>
    public ComputePipeline Compute(string shader, SpecializationConstants specialization, int pushConstantBytes, ResourceLayout? second = null) => new(Device, new()
    {
        Name = shader,
        Shader = Shaders.Get(shader),
        Specialization = specialization,
        ResourceLayouts = second is null ? [FrameLayout] : [FrameLayout, second],
        PushConstantBytes = pushConstantBytes,
    });
}
