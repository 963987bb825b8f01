using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Twin;

/// <summary>The texture bindings of a material's layers by slot.</summary>
internal static class LayerTextures
{
    public const int SlotCount = 12;

    public static TextureBinding? Of(Material material, LayerSlot slot) => slot switch
    {
        LayerSlot.Clearcoat => material.Clearcoat?.Texture,
        LayerSlot.ClearcoatRoughness => material.Clearcoat?.RoughnessTexture,
        LayerSlot.ClearcoatNormal => material.Clearcoat?.NormalTexture,
        LayerSlot.SheenColor => material.Sheen?.ColorTexture,
        LayerSlot.SheenRoughness => material.Sheen?.RoughnessTexture,
        LayerSlot.Specular => material.Specular?.Texture,
        LayerSlot.SpecularColor => material.Specular?.ColorTexture,
        LayerSlot.Transmission => material.Transmission?.Texture,
        LayerSlot.Thickness => material.Volume?.ThicknessTexture,
        LayerSlot.Iridescence => material.Iridescence?.Texture,
        LayerSlot.IridescenceThickness => material.Iridescence?.ThicknessTexture,
        LayerSlot.Anisotropy => material.Anisotropy?.Texture,
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "Not a texture slot of a layer."),
    };

    /// <summary>Colours are sRGB-encoded, data is linear.</summary>
    public static bool IsSrgb(LayerSlot slot) => slot is LayerSlot.SheenColor or LayerSlot.SpecularColor;
}
