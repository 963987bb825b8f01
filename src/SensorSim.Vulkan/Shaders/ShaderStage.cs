namespace SensorSim.Vulkan.Shaders;

/// <summary>Where in the pipeline a shader runs; the numbers are Vulkan's.</summary>
[Flags]
public enum ShaderStage
{
    None = 0,
    Vertex = 0x1,
    Fragment = 0x10,
    Graphics = Vertex | Fragment,
    Compute = 0x20,
    All = Graphics | Compute,
}
