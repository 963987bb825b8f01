using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Planning;

/// <summary>What lights a view, fixed when a pipeline is made: what is absent costs nothing.</summary>
/// <param name="HasEnvironment">Light from all around.</param>
/// <param name="HasLamps">At least one lamp.</param>
/// <param name="Bits"><c>LIGHTING</c> in lamps.glsl.</param>
internal readonly record struct LightFeatures(bool HasEnvironment, bool HasLamps, uint Bits)
{
    private const uint SoftShadows = 1u << 0;
    private const uint Cascades = 1u << 1;
    private const uint AmbientOcclusion = 1u << 2;
    private const uint Glowing = 1u << 3;

    public bool HasAmbientOcclusion => (Bits & AmbientOcclusion) != 0;

    public static LightFeatures Of(FramePlan frame, ViewPlan view)
    {
        Scenes.Model.EnvironmentLight environment = frame.Request.Instance.Environment;
        bool hasEnvironment = environment.Hdr is not null;
        return new(
            hasEnvironment,
            frame.Lamps.Count > 0,
            (frame.Lamps.HasSizes ? SoftShadows : 0) | (frame.Lamps.Emitters > 0 ? Glowing : 0) | (view.Cascades.Count > 0 ? Cascades : 0) | (hasEnvironment && environment.AmbientOcclusion is not null ? AmbientOcclusion : 0));
    }

    /// <summary>Adds the constants that shading shaders share.</summary>
    public SpecializationConstants AddTo(SpecializationConstants constants) => constants.With(2, HasEnvironment).With(3, HasLamps).With(5, Bits);
}
