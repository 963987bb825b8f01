using System.Numerics;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads metallic-roughness materials.</summary>
internal sealed class MaterialReader(GltfDocument document, TextureReader textures, GltfWarnings warnings)
{
    public Material Read(JsonCursor at)
    {
        JsonCursor? pbr = at.Find("pbrMetallicRoughness");
        double[] emissive = Factor(at, "emissiveFactor", [0, 0, 0]);
        double[] baseColor = Factor(pbr, "baseColorFactor", [1, 1, 1, 1]);
        return new()
        {
            Name = at.Text("name"),
            BaseColor = new((float)baseColor[0], (float)baseColor[1], (float)baseColor[2], (float)baseColor[3]),
            BaseColorTexture = Binding(pbr, "baseColorTexture"),
            Metallic = Unit(pbr, "metallicFactor"),
            Roughness = Unit(pbr, "roughnessFactor"),
            MetallicRoughnessTexture = Binding(pbr, "metallicRoughnessTexture"),
            NormalTexture = Binding(at, "normalTexture", "scale"),
            OcclusionTexture = Binding(at, "occlusionTexture", "strength"),
            Emissive = KhrMaterialsEmissiveStrength.Read(at) * new Vector3((float)emissive[0], (float)emissive[1], (float)emissive[2]),
            EmissiveTexture = Binding(at, "emissiveTexture"),
            AlphaMode = ReadAlphaMode(at),
            AlphaCutoff = AlphaCutoff(at),
            DoubleSided = at.Flag("doubleSided"),
            Unlit = KhrMaterialsUnlit.Read(at),
        };
    }

    private TextureBinding? Binding(JsonCursor? owner, string name, string? strengthName = null)
    {
        if (owner?.Find(name) is not JsonCursor info)
        {
            return null;
        }

        int texture = info.Get("index").Index(document.Textures);
        int texCoord = (int)info.Integer("texCoord", 0, 0, int.MaxValue);
        (Matrix3x2 transform, int? replaced) = KhrTextureTransform.Read(info);
        float strength = strengthName is null ? 1 : (float)info.Number(strengthName, 1);
        if (!textures.HasImage(texture))
        {
            warnings.Add($"{info.Path}: texture {texture} has no PNG or JPEG image and was left out.");
            return null;
        }

        if ((replaced ?? texCoord) > 1)
        {
            warnings.Add($"{info.Path}: UV set {replaced ?? texCoord} is not supported (0 and 1 are); the texture was left out.");
            return null;
        }

        return new(texture, replaced ?? texCoord, transform, strength);
    }

    private float Unit(JsonCursor? owner, string name)
    {
        if (owner?.Find(name) is not JsonCursor value)
        {
            return 1;
        }

        return (float)Clamp(value, value.Number());
    }

    private double[] Factor(JsonCursor? owner, string name, double[] absent) => owner?.Find(name) is JsonCursor value
        ? Array.ConvertAll(value.Numbers(absent.Length), v => Clamp(value, v))
        : absent;

    private double Clamp(JsonCursor at, double value)
    {
        if (value is < 0 or > 1)
        {
            warnings.Add(FormattableString.Invariant($"{at.Path}: {value} was clamped to 0..1."));
        }

        return Math.Clamp(value, 0, 1);
    }

    private static float AlphaCutoff(JsonCursor at)
    {
        double value = at.Number("alphaCutoff", 0.5);
        return value >= 0 ? (float)value : throw at.Get("alphaCutoff").Error("expected 0 or more; correct the value");
    }

    private static AlphaMode ReadAlphaMode(JsonCursor at) => at.Text("alphaMode") switch
    {
        null or "OPAQUE" => AlphaMode.Opaque,
        "MASK" => AlphaMode.Mask,
        "BLEND" => AlphaMode.Blend,
        string other => throw at.Get("alphaMode").Error($"expected OPAQUE, MASK or BLEND, found \"{other}\"; correct the value"),
    };
}
