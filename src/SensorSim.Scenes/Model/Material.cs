using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>A metallic-roughness material. Colours and factors are linear, Rec. 709.</summary>
public sealed record Material
{
    /// <summary>glTF's default material: white, fully metallic-rough by the specification's defaults.</summary>
    public static Material Default { get; } = new();

    public string? Name { get; init; }

    public Vector4 BaseColor { get; init; } = Vector4.One;

    public TextureBinding? BaseColorTexture { get; init; }

    public float Metallic { get; init; } = 1;

    /// <summary>Perceptual roughness; alpha of GGX is its square.</summary>
    public float Roughness { get; init; } = 1;

    /// <summary>Roughness in G, metalness in B.</summary>
    public TextureBinding? MetallicRoughnessTexture { get; init; }

    public TextureBinding? NormalTexture { get; init; }

    public TextureBinding? OcclusionTexture { get; init; }

    /// <summary>Emitted radiance in nit per channel: the file's emissive factor times KHR_materials_emissive_strength.</summary>
    public Vector3 Emissive { get; init; }

    public TextureBinding? EmissiveTexture { get; init; }

    public AlphaMode AlphaMode { get; init; }

    public float AlphaCutoff { get; init; } = 0.5f;

    public bool DoubleSided { get; init; }

    /// <summary>KHR_materials_unlit: the base colour is the radiance.</summary>
    public bool Unlit { get; init; }
}
