using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Sensors;

/// <summary>One dispatch of a sensor chain.</summary>
/// <param name="Name">The stages it runs, such as <c>camera.noise+isp.develop</c>; names the pipeline in provenance.</param>
/// <param name="Source">GLSL of the whole compute shader.</param>
/// <param name="OverLayers">True: once for each radiance layer (dispatch depth). False: one image.</param>
/// <param name="IsLast">Writes packed samples instead of RGBA float.</param>
public sealed record FusedPass(string Name, string Source, bool OverLayers, bool IsLast)
{
    /// <summary>Whether it goes on with a stage that an earlier pass began, so that the stage's input is another pass's source.</summary>
    public bool ContinuesStage { get; init; }

    /// <summary>What the compiler, and its cache, know this dispatch as.</summary>
    public ShaderSource Shader => new() { Name = $"sensor/{Name}.comp", Stage = ShaderStage.Compute, Text = Source };
}
