using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Composition;

/// <summary>A material with other texture bindings.</summary>
internal static class MaterialTextures
{
    /// <summary>The material with each of its bindings replaced.</summary>
    public static Material Map(Material material, Func<TextureBinding, TextureBinding> replace)
    {
        TextureBinding? Of(TextureBinding? binding) => binding is null ? null : replace(binding);
        return material with
        {
            BaseColorTexture = Of(material.BaseColorTexture),
            MetallicRoughnessTexture = Of(material.MetallicRoughnessTexture),
            NormalTexture = Of(material.NormalTexture),
            OcclusionTexture = Of(material.OcclusionTexture),
            EmissiveTexture = Of(material.EmissiveTexture),
            Clearcoat = material.Clearcoat is { } coat
                ? coat with { Texture = Of(coat.Texture), RoughnessTexture = Of(coat.RoughnessTexture), NormalTexture = Of(coat.NormalTexture) }
                : null,
            Sheen = material.Sheen is { } sheen ? sheen with { ColorTexture = Of(sheen.ColorTexture), RoughnessTexture = Of(sheen.RoughnessTexture) } : null,
            Specular = material.Specular is { } specular ? specular with { Texture = Of(specular.Texture), ColorTexture = Of(specular.ColorTexture) } : null,
            Transmission = material.Transmission is { } transmission ? transmission with { Texture = Of(transmission.Texture) } : null,
            Volume = material.Volume is { } volume ? volume with { ThicknessTexture = Of(volume.ThicknessTexture) } : null,
            Iridescence = material.Iridescence is { } film ? film with { Texture = Of(film.Texture), ThicknessTexture = Of(film.ThicknessTexture) } : null,
            Anisotropy = material.Anisotropy is { } anisotropy ? anisotropy with { Texture = Of(anisotropy.Texture) } : null,
        };
    }
}
