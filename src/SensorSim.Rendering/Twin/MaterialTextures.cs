using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Twin;

/// <summary>A material's texture bindings by slot.</summary>
internal static class MaterialTextures
{
    public const int SlotCount = 5;

    public static TextureBinding? Of(Material material, TextureSlot slot) => slot switch
    {
        TextureSlot.BaseColor => material.BaseColorTexture,
        TextureSlot.MetallicRoughness => material.MetallicRoughnessTexture,
        TextureSlot.Normal => material.NormalTexture,
        TextureSlot.Occlusion => material.OcclusionTexture,
        TextureSlot.Emissive => material.EmissiveTexture,
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "Not a texture slot."),
    };

    /// <summary>Colours are sRGB-encoded, data is linear.</summary>
    public static bool IsSrgb(TextureSlot slot) => slot is TextureSlot.BaseColor or TextureSlot.Emissive;
}
