using SensorSim.Signals;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Sensors;

/// <summary>One dispatch of a sensor chain.</summary>
/// <param name="Name">The stages it runs, such as <c>camera.noise+isp.develop</c>; names the pipeline in provenance.</param>
/// <param name="Source">GLSL of the whole compute shader.</param>
/// <param name="OverLayers">True: once for each radiance layer (dispatch depth). False: one image.</param>
/// <param name="IsLast">Writes packed samples instead of floats.</param>
public sealed record FusedPass(string Name, string Source, bool OverLayers, bool IsLast)
{
    /// <summary>Whether it goes on with a stage that an earlier pass began, so that the stage's input is another pass's source.</summary>
    public bool ContinuesStage { get; init; }

    /// <summary>What it reads: RGBA of each pixel, or of a mosaic one float.</summary>
    public SampleLayout SourceLayout { get; init; } = SampleLayout.Rgb;

    /// <summary>The same of what its stage took in front of the first pass.</summary>
    public SampleLayout InputLayout { get; init; } = SampleLayout.Rgb;

    /// <summary>
    /// What the compiler, and its cache, know this dispatch as. Drivers optimize it just as well: the compiler's own optimizer fails on some combinations of constant parameters
    /// (a segmentation fault of glslc, shaderc 2023.2).
    /// </summary>
    public ShaderSource Shader => new() { Name = $"sensor/{Name}.comp", Stage = ShaderStage.Compute, Text = Source, IsOptimized = false };
}
