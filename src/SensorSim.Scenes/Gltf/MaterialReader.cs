using System.Numerics;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads metallic-roughness materials and the layers that extensions add.</summary>
internal sealed class MaterialReader(GltfDocument document, TextureReader textures, GltfWarnings warnings)
{
    private readonly MaterialValues values = new(document, textures, warnings);

    public Material Read(JsonCursor at)
    {
        JsonCursor? pbr = at.Find("pbrMetallicRoughness");
        double[] emissive = values.Factors(at, "emissiveFactor", [0, 0, 0]);
        double[] baseColor = values.Factors(pbr, "baseColorFactor", [1, 1, 1, 1]);
        return new()
        {
            Name = at.Text("name"),
            BaseColor = new((float)baseColor[0], (float)baseColor[1], (float)baseColor[2], (float)baseColor[3]),
            BaseColorTexture = values.Texture(pbr, "baseColorTexture"),
            Metallic = values.Unit(pbr, "metallicFactor", 1),
            Roughness = values.Unit(pbr, "roughnessFactor", 1),
            MetallicRoughnessTexture = values.Texture(pbr, "metallicRoughnessTexture"),
            NormalTexture = values.Texture(at, "normalTexture", "scale"),
            OcclusionTexture = values.Texture(at, "occlusionTexture", "strength"),
            Emissive = KhrMaterialsEmissiveStrength.Read(at) * new Vector3((float)emissive[0], (float)emissive[1], (float)emissive[2]),
            EmissiveTexture = values.Texture(at, "emissiveTexture"),
            GlowOf = LampGlow.Read(at),
            AlphaMode = ReadAlphaMode(at),
            AlphaCutoff = AlphaCutoff(at),
            DoubleSided = at.Flag("doubleSided"),
            Unlit = KhrMaterialsUnlit.Read(at),
            Ior = KhrMaterialsIor.Read(at, values),
            Specular = KhrMaterialsSpecular.Read(at, values),
            Clearcoat = KhrMaterialsClearcoat.Read(at, values),
            Sheen = KhrMaterialsSheen.Read(at, values),
            Iridescence = KhrMaterialsIridescence.Read(at, values),
            Anisotropy = KhrMaterialsAnisotropy.Read(at, values),
            Transmission = KhrMaterialsTransmission.Read(at, values),
            Volume = KhrMaterialsVolume.Read(at, values),
            Dispersion = KhrMaterialsDispersion.Read(at, values),
        };
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
