namespace SensorSim.Rendering.Twin;

/// <summary>A material's textures, in the order of the bindings in material.glsl.</summary>
internal enum TextureSlot
{
    BaseColor,
    MetallicRoughness,
    Normal,
    Occlusion,
    Emissive,
}
