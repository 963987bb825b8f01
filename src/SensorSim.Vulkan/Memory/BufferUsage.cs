using SensorSim.Vulkan.Images;

namespace SensorSim.Vulkan.Memory;

/// <summary>What a buffer is used for. Every buffer can also be copied from and to.</summary>
[Flags]
public enum BufferUsage
{
    None = 0,

    /// <summary>Read as texels (GLSL <c>samplerBuffer</c>) through a <see cref="TexelView"/>.</summary>
    UniformTexel = 0x4,

    /// <summary>Written as texels (GLSL <c>imageBuffer</c>) through a <see cref="TexelView"/>.</summary>
    StorageTexel = 0x8,
    Uniform = 0x10,
    Storage = 0x20,
    Index = 0x40,
    Vertex = 0x80,
    Indirect = 0x100,
}
