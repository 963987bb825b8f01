using System.Numerics;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>Which layers a material has over the metallic-roughness base: the bits of <c>EXTENSIONS</c> in layers.glsl. Layers without effect do not count.</summary>
internal readonly record struct LayerFeatures(uint Bits)
{
    private const uint Clearcoat = 1u << 12;
    private const uint Sheen = 1u << 13;
    private const uint Specular = 1u << 14;
    private const uint Iridescence = 1u << 15;
    private const uint Anisotropy = 1u << 16;
    private const uint Transmission = 1u << 17;
    private const uint Volume = 1u << 18;
    private const uint Dispersion = 1u << 19;
    private const uint SecondTexCoords = 1u << 20;
    private const uint Clear = 1u << 21;

    public bool Any => Bits != 0;

    /// <summary>Shows what lies behind it.</summary>
    public bool IsTransmissive => (Bits & Transmission) != 0;

    /// <summary>Transmits at least half of what it does not reflect.</summary>
    public bool IsClear => (Bits & Clear) != 0;

    public static LayerFeatures Of(Material material) => material.Unlit ? default : new(LayersOf(material) | TexturesOf(material));

    private static uint LayersOf(Material material)
    {
        bool isTransmissive = material.Transmission is { Factor: > 0 };
        bool isVolume = isTransmissive && material.Volume is { ThicknessMetres: > 0 };
        return FeatureBits.Of(
            (material.Clearcoat is { Factor: > 0 }, Clearcoat),
            (material.Sheen is { } sheen && sheen.Color != Vector3.Zero, Sheen),
            (material.Ior != Material.DefaultIor || (material.Specular is { } specular && !IsNeutral(specular)), Specular),
            (material.Iridescence is { Factor: > 0 }, Iridescence),
            (material.Anisotropy is { Strength: > 0 }, Anisotropy),
            (isTransmissive, Transmission),
            (isVolume, Volume),
            (isVolume && material.Dispersion > 0, Dispersion),
            (material.Transmission is { Factor: >= 0.5f }, Clear));
    }

    private static bool IsNeutral(SpecularReflection specular) =>
        specular is { Factor: 1, Texture: null, ColorTexture: null } && specular.Color == Vector3.One;

    private static uint TexturesOf(Material material)
    {
        uint layers = LayersOf(material);
        return FeatureBits.OfTextures<LayerSlot>(
            slot => (layers & LayerOf(slot)) != 0 ? LayerTextures.Of(material, slot) : null,
            (_, texture) => FeatureBits.Of((texture.TexCoord == 1, SecondTexCoords)));
    }

    private static uint LayerOf(LayerSlot slot) => slot switch
    {
        <= LayerSlot.ClearcoatNormal => Clearcoat,
        <= LayerSlot.SheenRoughness => Sheen,
        <= LayerSlot.SpecularColor => Specular,
        LayerSlot.Transmission => Transmission,
        LayerSlot.Thickness => Volume,
        <= LayerSlot.IridescenceThickness => Iridescence,
        _ => Anisotropy,
    };
}
