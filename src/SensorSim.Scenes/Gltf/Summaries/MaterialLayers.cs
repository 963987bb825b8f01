using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>What a material has beside metallic-roughness, by the name of its extension's layer, each with its factors.</summary>
internal static class MaterialLayers
{
    public static IReadOnlyDictionary<string, JsonObject> Of(Material material)
    {
        (string Name, JsonObject? Values)[] layers =
        [
            ("clearcoat", Of(material.Clearcoat)),
            ("sheen", Of(material.Sheen)),
            ("specular", Of(material.Specular)),
            ("ior", material.Ior == Material.DefaultIor ? null : new() { ["ior"] = material.Ior }),
            ("transmission", Of(material.Transmission)),
            ("volume", Of(material.Volume)),
            ("dispersion", material.Dispersion == 0 ? null : new() { ["dispersion"] = material.Dispersion }),
            ("iridescence", Of(material.Iridescence)),
            ("anisotropy", Of(material.Anisotropy)),
        ];
        return layers.Where(layer => layer.Values is not null).ToDictionary(layer => layer.Name, layer => layer.Values!, StringComparer.Ordinal);
    }

    private static JsonObject? Of(Clearcoat? coat) => coat is null ? null : new() { ["factor"] = coat.Factor, ["roughness"] = coat.Roughness };

    private static JsonObject? Of(Sheen? sheen) => sheen is null ? null : new() { ["color"] = Color(sheen.Color), ["roughness"] = sheen.Roughness };

    private static JsonObject? Of(SpecularReflection? specular) =>
        specular is null ? null : new() { ["factor"] = specular.Factor, ["color"] = Color(specular.Color) };

    private static JsonObject? Of(Transmission? transmission) => transmission is null ? null : new() { ["factor"] = transmission.Factor };

    // JSON has no infinity: null absorbs nothing.
    private static JsonObject? Of(Volume? volume) => volume is null ? null : new()
    {
        ["thickness_m"] = volume.ThicknessMetres,
        ["attenuation_distance_m"] = float.IsFinite(volume.AttenuationDistanceMetres) ? volume.AttenuationDistanceMetres : null,
        ["attenuation_color"] = Color(volume.AttenuationColor),
    };

    private static JsonObject? Of(Iridescence? film) => film is null ? null : new()
    {
        ["factor"] = film.Factor,
        ["ior"] = film.Ior,
        ["minimum_thickness_nm"] = film.MinimumThicknessNm,
        ["maximum_thickness_nm"] = film.MaximumThicknessNm,
    };

    private static JsonObject? Of(Anisotropy? anisotropy) =>
        anisotropy is null ? null : new() { ["strength"] = anisotropy.Strength, ["rotation_deg"] = anisotropy.RotationRadians * 180 / MathF.PI };

    private static JsonArray Color(Vector3 color) => [color.X, color.Y, color.Z];
}
