using System.Numerics;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>What a material uses, fixed when a pipeline is made.</summary>
/// <param name="Bits"><c>FEATURES</c> in material.glsl.</param>
/// <param name="Layers">Layers over the base; none for most materials, which use simpler shaders.</param>
internal readonly record struct MaterialFeatures(uint Bits, LayerFeatures Layers = default)
{
    private const uint Textures = 0x1f;
    private const uint VertexColors = 1u << 15;
    private const uint Unlit = 1u << 16;
    private const uint Masked = 1u << 17;
    private const uint DoubleSided = 1u << 18;
    private const uint Blended = 1u << 19;
    private const uint Interleaved = 1u << 20;
    private const uint Panel = 1u << 21;
    private const uint AlphaBits = 0x0421u | VertexColors | Masked | Blended;

    public bool IsMasked => (Bits & Masked) != 0;

    public bool IsBlended => (Bits & Blended) != 0;

    /// <summary>Drawn after what is opaque: blended with it, or showing it refracted.</summary>
    public bool IsTransparent => IsBlended || Layers.IsTransmissive;

    /// <summary>Lets lamps' light through.</summary>
    public bool CastsNoShadow => IsBlended || Layers.IsClear;

    public bool IsDoubleSided => (Bits & DoubleSided) != 0;

    /// <summary>Has holes: its shape depends on its alpha.</summary>
    public bool IsCutout => IsMasked || IsBlended;

    /// <summary>Materials of the same features are shaded together.</summary>
    public bool IsUntextured => (Bits & Textures) == 0 && !Layers.Any;

    /// <summary>Only what the alpha test looks at, so that materials share pipelines in passes that do not shade.</summary>
    public MaterialFeatures ForAlphaTest => new(Bits & AlphaBits);

    public static MaterialFeatures Of(Material material, bool hasVertexColors, bool isInterleaved)
    {
        uint textures = FeatureBits.OfTextures<TextureSlot>(
            slot => MaterialTextures.Of(material, slot),
            (slot, texture) => FeatureBits.Of((texture.TexCoord == 1, 1u << (slot + 5)), (texture.Transform != Matrix3x2.Identity, 1u << (slot + 10))));
        uint others = FeatureBits.Of(
            (hasVertexColors, VertexColors),
            (isInterleaved, Interleaved),
            (material.GlowOf is not null, Panel),
            (material.Unlit, Unlit),
            (material.DoubleSided, DoubleSided),
            (material.AlphaMode == AlphaMode.Mask, Masked),
            (material.AlphaMode == AlphaMode.Blend, Blended));
        return new(textures | others, LayerFeatures.Of(material));
    }
}
