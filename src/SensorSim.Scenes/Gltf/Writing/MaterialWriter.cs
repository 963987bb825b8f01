using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Writing;

/// <summary>Writes materials; members at their default are left out.</summary>
internal static class MaterialWriter
{
    public static JsonNode Write(Material material)
    {
        var json = new JsonObject();
        if (material.Name is not null)
        {
            json["name"] = material.Name;
        }

        json["pbrMetallicRoughness"] = MetallicRoughness(material);
        TextureInfoWriter.Add(json, "normalTexture", material.NormalTexture, "scale");
        TextureInfoWriter.Add(json, "occlusionTexture", material.OcclusionTexture, "strength");
        TextureInfoWriter.Add(json, "emissiveTexture", material.EmissiveTexture);
        AddEmission(json, material);
        JsonObject extensions = Extensions(material);
        if (extensions.Count > 0)
        {
            json["extensions"] = extensions;
        }

        AddAlpha(json, material);
        if (material.DoubleSided)
        {
            json["doubleSided"] = true;
        }

        if (material.GlowOf is { } lamp)
        {
            json["extras"] = new JsonObject { [LampGlow.Key] = lamp };
        }

        return json;
    }

    // What KHR_materials_emissive_strength has to say; 1 is nothing.
    private static float EmissiveStrength(Material material) =>
        MathF.Max(1, MathF.Max(material.Emissive.X, MathF.Max(material.Emissive.Y, material.Emissive.Z)));

    /// <summary>The extensions that a written material or its textures use.</summary>
    public static IEnumerable<string> ExtensionsOf(Material material)
    {
        IEnumerable<string> own = Extensions(material).Select(extension => extension.Key);
        return material.Textures.Any(texture => texture.Binding.Transform != Matrix3x2.Identity) ? own.Append(KhrTextureTransform.Name) : own;
    }

    private static JsonObject MetallicRoughness(Material material)
    {
        Vector4 color = material.BaseColor;
        var json = new JsonObject
        {
            ["baseColorFactor"] = new JsonArray(color.X, color.Y, color.Z, color.W),
            ["metallicFactor"] = material.Metallic,
            ["roughnessFactor"] = material.Roughness,
        };
        TextureInfoWriter.Add(json, "baseColorTexture", material.BaseColorTexture);
        TextureInfoWriter.Add(json, "metallicRoughnessTexture", material.MetallicRoughnessTexture);
        return json;
    }

    private static void AddEmission(JsonObject json, Material material)
    {
        float strength = EmissiveStrength(material);
        Vector3 factor = material.Emissive / strength;
        if (factor != Vector3.Zero)
        {
            json["emissiveFactor"] = new JsonArray(factor.X, factor.Y, factor.Z);
        }
    }

    private static JsonObject Extensions(Material material)
    {
        (string Name, JsonObject? Content)[] extensions =
        [
            (KhrMaterialsEmissiveStrength.Name, EmissiveStrength(material) > 1 ? new() { ["emissiveStrength"] = EmissiveStrength(material) } : null),
            (KhrMaterialsUnlit.Name, material.Unlit ? [] : null),
            (KhrMaterialsIor.Name, material.Ior == Material.DefaultIor ? null : KhrMaterialsIor.Write(material.Ior)),
            (KhrMaterialsSpecular.Name, material.Specular is { } specular ? KhrMaterialsSpecular.Write(specular) : null),
            (KhrMaterialsClearcoat.Name, material.Clearcoat is { } clearcoat ? KhrMaterialsClearcoat.Write(clearcoat) : null),
            (KhrMaterialsSheen.Name, material.Sheen is { } sheen ? KhrMaterialsSheen.Write(sheen) : null),
            (KhrMaterialsIridescence.Name, material.Iridescence is { } iridescence ? KhrMaterialsIridescence.Write(iridescence) : null),
            (KhrMaterialsAnisotropy.Name, material.Anisotropy is { } anisotropy ? KhrMaterialsAnisotropy.Write(anisotropy) : null),
            (KhrMaterialsTransmission.Name, material.Transmission is { } transmission ? KhrMaterialsTransmission.Write(transmission) : null),
            (KhrMaterialsVolume.Name, material.Volume is { } volume ? KhrMaterialsVolume.Write(volume) : null),
            (KhrMaterialsDispersion.Name, material.Dispersion == 0 ? null : KhrMaterialsDispersion.Write(material.Dispersion)),
        ];
        return new(extensions.Where(e => e.Content is not null).Select(e => KeyValuePair.Create(e.Name, (JsonNode?)e.Content)));
    }

    private static void AddAlpha(JsonObject json, Material material)
    {
        if (material.AlphaMode != AlphaMode.Opaque)
        {
            json["alphaMode"] = material.AlphaMode == AlphaMode.Mask ? "MASK" : "BLEND";
        }

        if (material.AlphaMode == AlphaMode.Mask)
        {
            json["alphaCutoff"] = material.AlphaCutoff;
        }
    }
}
