using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

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
        Add(json, "normalTexture", material.NormalTexture, "scale");
        Add(json, "occlusionTexture", material.OcclusionTexture, "strength");
        Add(json, "emissiveTexture", material.EmissiveTexture, null);
        AddEmission(json, material);
        AddAlpha(json, material);
        if (material.DoubleSided)
        {
            json["doubleSided"] = true;
        }

        return json;
    }

    /// <summary>What KHR_materials_emissive_strength has to say; 1 is nothing.</summary>
    public static float EmissiveStrength(Material material) =>
        MathF.Max(1, MathF.Max(material.Emissive.X, MathF.Max(material.Emissive.Y, material.Emissive.Z)));

    public static bool UsesTextureTransform(Material material) =>
        new[] { material.BaseColorTexture, material.MetallicRoughnessTexture, material.NormalTexture, material.OcclusionTexture, material.EmissiveTexture }
            .Any(b => b is not null && b.Transform != Matrix3x2.Identity);

    private static JsonObject MetallicRoughness(Material material)
    {
        Vector4 color = material.BaseColor;
        var json = new JsonObject
        {
            ["baseColorFactor"] = new JsonArray(color.X, color.Y, color.Z, color.W),
            ["metallicFactor"] = material.Metallic,
            ["roughnessFactor"] = material.Roughness,
        };
        Add(json, "baseColorTexture", material.BaseColorTexture, null);
        Add(json, "metallicRoughnessTexture", material.MetallicRoughnessTexture, null);
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

        var extensions = new JsonObject();
        if (strength > 1)
        {
            extensions[KhrMaterialsEmissiveStrength.Name] = new JsonObject { ["emissiveStrength"] = strength };
        }

        if (material.Unlit)
        {
            extensions[KhrMaterialsUnlit.Name] = new JsonObject();
        }

        if (extensions.Count > 0)
        {
            json["extensions"] = extensions;
        }
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

    private static void Add(JsonObject owner, string name, TextureBinding? binding, string? strengthName)
    {
        if (binding is null)
        {
            return;
        }

        var json = new JsonObject { ["index"] = binding.Texture, ["texCoord"] = binding.TexCoord };
        if (strengthName is not null)
        {
            json[strengthName] = binding.Strength;
        }

        if (binding.Transform != Matrix3x2.Identity)
        {
            json["extensions"] = new JsonObject { [KhrTextureTransform.Name] = KhrTextureTransform.Write(binding.Transform) };
        }

        owner[name] = json;
    }
}
