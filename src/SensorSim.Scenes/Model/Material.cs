using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>A metallic-roughness material. Colours and factors are linear, Rec. 709.</summary>
public sealed record Material
{
    /// <summary>glTF's default material: white, fully metallic-rough by the specification's defaults.</summary>
    public static Material Default { get; } = new();

    /// <summary>Of a dielectric without KHR_materials_ior.</summary>
    public const float DefaultIor = 1.5f;

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

    /// <summary>The lamp that is seen glowing here, by its name: the emission follows its draws, flickers with it and goes out with it. Null glows by itself.</summary>
    public string? GlowOf { get; init; }

    public AlphaMode AlphaMode { get; init; }

    public float AlphaCutoff { get; init; } = 0.5f;

    public bool DoubleSided { get; init; }

    /// <summary>KHR_materials_unlit: the base colour is the radiance.</summary>
    public bool Unlit { get; init; }

    /// <summary>KHR_materials_ior: index of refraction of a dielectric, at least 1; 0 stands for an infinite one, which reflects all.</summary>
    public float Ior { get; init; } = DefaultIor;

    public SpecularReflection? Specular { get; init; }

    public Clearcoat? Clearcoat { get; init; }

    public Sheen? Sheen { get; init; }

    public Iridescence? Iridescence { get; init; }

    public Anisotropy? Anisotropy { get; init; }

    public Transmission? Transmission { get; init; }

    /// <summary>Matters only with <see cref="Transmission"/>.</summary>
    public Volume? Volume { get; init; }

    /// <summary>KHR_materials_dispersion: 20 / Abbe number, 0 or more; matters only with <see cref="Volume"/>.</summary>
    public float Dispersion { get; init; }

    /// <summary>UV set that the tangents follow where the mesh has none of its own; null where nothing needs tangents.</summary>
    public int? TangentTexCoord =>
        (NormalTexture ?? Clearcoat?.NormalTexture ?? Anisotropy?.Texture)?.TexCoord ?? (Anisotropy is null ? null : 0);

    /// <summary>All textures with their role: base_color, metallic_roughness, normal, occlusion, emissive, and those of the layers.</summary>
    public IEnumerable<(string Role, TextureBinding Binding)> Textures
    {
        get
        {
            (string Role, TextureBinding? Binding)[] textures =
            [
                ("base_color", BaseColorTexture),
                ("metallic_roughness", MetallicRoughnessTexture),
                ("normal", NormalTexture),
                ("occlusion", OcclusionTexture),
                ("emissive", EmissiveTexture),
                ("clearcoat", Clearcoat?.Texture),
                ("clearcoat_roughness", Clearcoat?.RoughnessTexture),
                ("clearcoat_normal", Clearcoat?.NormalTexture),
                ("sheen_color", Sheen?.ColorTexture),
                ("sheen_roughness", Sheen?.RoughnessTexture),
                ("specular", Specular?.Texture),
                ("specular_color", Specular?.ColorTexture),
                ("transmission", Transmission?.Texture),
                ("thickness", Volume?.ThicknessTexture),
                ("iridescence", Iridescence?.Texture),
                ("iridescence_thickness", Iridescence?.ThicknessTexture),
                ("anisotropy", Anisotropy?.Texture),
            ];
            return textures.Where(texture => texture.Binding is not null).Select(texture => (texture.Role, texture.Binding!));
        }
    }
}
