using System.Text.Json;

namespace SensorSim.Scenes.Gltf.Conformance;

/// <summary>Factors of materials within their ranges; the reader clamps the others.</summary>
internal static class MaterialChecks
{
    private const double Unbounded = double.PositiveInfinity;

    private static readonly (string Path, double Minimum, double Maximum)[] s_ranges =
    [
        ("emissiveFactor", 0, 1), ("alphaCutoff", 0, Unbounded),
        ("pbrMetallicRoughness.baseColorFactor", 0, 1), ("pbrMetallicRoughness.metallicFactor", 0, 1), ("pbrMetallicRoughness.roughnessFactor", 0, 1),
        ("occlusionTexture.strength", 0, 1),
        ("extensions.KHR_materials_clearcoat.clearcoatFactor", 0, 1), ("extensions.KHR_materials_clearcoat.clearcoatRoughnessFactor", 0, 1),
        ("extensions.KHR_materials_sheen.sheenColorFactor", 0, 1), ("extensions.KHR_materials_sheen.sheenRoughnessFactor", 0, 1),
        ("extensions.KHR_materials_specular.specularFactor", 0, 1), ("extensions.KHR_materials_specular.specularColorFactor", 0, Unbounded),
        ("extensions.KHR_materials_transmission.transmissionFactor", 0, 1),
        ("extensions.KHR_materials_volume.thicknessFactor", 0, Unbounded), ("extensions.KHR_materials_volume.attenuationColor", 0, 1),
        ("extensions.KHR_materials_iridescence.iridescenceFactor", 0, 1), ("extensions.KHR_materials_iridescence.iridescenceIor", 1, Unbounded),
        ("extensions.KHR_materials_iridescence.iridescenceThicknessMinimum", 0, Unbounded),
        ("extensions.KHR_materials_iridescence.iridescenceThicknessMaximum", 0, Unbounded),
        ("extensions.KHR_materials_anisotropy.anisotropyStrength", 0, 1), ("extensions.KHR_materials_dispersion.dispersion", 0, Unbounded),
        ("extensions.KHR_materials_emissive_strength.emissiveStrength", 0, Unbounded),
    ];

    public static IEnumerable<GltfException> Of(JsonCursor material)
    {
        foreach ((string path, double minimum, double maximum) in s_ranges)
        {
            if (Find(material, path) is JsonCursor factor && NumbersOf(factor).Any(value => value < minimum || value > maximum))
            {
                yield return factor.Error(double.IsPositiveInfinity(maximum) ? $"expected at least {minimum}; correct the value" : $"expected {minimum} to {maximum}; correct the value");
            }
        }

        // An index of 0 stands for an infinite one.
        if (Find(material, "extensions.KHR_materials_ior.ior") is JsonCursor ior && ior.Number() is not 0 and < 1)
        {
            yield return ior.Error("expected 0, or at least 1; correct the value");
        }
    }

    private static JsonCursor? Find(JsonCursor at, string path) => path.Split('.').Aggregate((JsonCursor?)at, (found, step) => found?.Find(step));

    private static IEnumerable<double> NumbersOf(JsonCursor at) => at.Element.ValueKind == JsonValueKind.Array ? at.Items().Select(item => item.Number()) : [at.Number()];
}
