using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>A compute shader that follows the pixels' rays: one pipeline where they follow from the pixel's place, one for lenses. Made when first needed.</summary>
internal sealed class RayPipeline(PassContext context, string shader, SpecializationConstants constants, int pushConstantBytes, params ResourceLayout[] more) : IDisposable
{
    /// <summary><c>RAY_MAP</c> of rays.glsl.</summary>
    public const int RayMapConstant = 30;

    private readonly Lazy<ComputePipeline> _plain = new(() => context.Compute(shader, constants, pushConstantBytes, more));
    private readonly Lazy<ComputePipeline> _lens = new(() => context.Compute(shader, constants.With(RayMapConstant, true), pushConstantBytes, more));

    public ComputePipeline For(ViewRecording view) => view.View.Rays is null ? _plain.Value : _lens.Value;

    public void Dispose()
    {
        foreach (Lazy<ComputePipeline> pipeline in (Lazy<ComputePipeline>[])[_plain, _lens])
        {
            if (pipeline.IsValueCreated)
            {
                pipeline.Value.Dispose();
            }
        }
    }
}
