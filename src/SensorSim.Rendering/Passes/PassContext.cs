using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>What every pass makes its pipelines from.</summary>
/// <param name="FrameLayout">Set 0.</param>
/// <param name="MaterialLayout">Set 1 of passes that look at materials.</param>
/// <param name="LayersLayout">Set 2 of passes that shade materials with layers.</param>
internal sealed record PassContext(
    Device Device, ShaderLibrary Shaders, ResourceLayout FrameLayout, ResourceLayout MaterialLayout, ResourceLayout LayersLayout)
{
    /// <summary>A compute pipeline over the frame's resources and perhaps more sets.</summary>
    public ComputePipeline Compute(string shader, SpecializationConstants specialization, int pushConstantBytes, params ResourceLayout[] more) => new(Device, new()
    {
        Name = shader,
        Shader = Shaders.Get(shader),
        Specialization = specialization,
        ResourceLayouts = [FrameLayout, .. more],
        PushConstantBytes = pushConstantBytes,
    });
}
