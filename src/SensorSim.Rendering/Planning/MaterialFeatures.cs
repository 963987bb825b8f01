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
        uint bits = 0;
        foreach (TextureSlot slot in Enum.GetValues<TextureSlot>())
        {
            if (MaterialTextures.Of(material, slot) is { } binding)
            {
                int index = (int)slot;
                bits |= 1u << index;
                bits |= binding.TexCoord == 1 ? 1u << (index + 5) : 0;
                bits |= binding.Transform == Matrix3x2.Identity ? 0 : 1u << (index + 10);
            }
        }

        uint all = bits
            | (hasVertexColors ? VertexColors : 0)
            | (isInterleaved ? Interleaved : 0)
            | (material.Unlit ? Unlit : 0)
            | (material.DoubleSided ? DoubleSided : 0)
            | (material.AlphaMode == AlphaMode.Mask ? Masked : 0)
            | (material.AlphaMode == AlphaMode.Blend ? Blended : 0);
        return new(all, LayerFeatures.Of(material));
    }
}
