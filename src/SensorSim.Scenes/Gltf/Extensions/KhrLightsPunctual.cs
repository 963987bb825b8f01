using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_lights_punctual: directional, point and spot lights on nodes.</summary>
internal static class KhrLightsPunctual
{
    public const string Name = "KHR_lights_punctual";

    /// <summary>The document's lights; empty without the extension.</summary>
    public static IReadOnlyList<JsonCursor> Lights(JsonCursor root) => root.Find("extensions")?.Find(Name)?.Items("lights") ?? [];

    /// <summary>Index of a node's light.</summary>
    public static int? LightOf(JsonCursor node, GltfArray lights) => node.Find("extensions")?.Find(Name)?.Get("light").Index(lights);

    public static Light Read(JsonCursor light)
    {
        LightKind kind = Kind(light.Get("type"));
        JsonCursor? spot = light.Find("spot");
        double inner = spot?.Number("innerConeAngle", 0) ?? 0, outer = spot?.Number("outerConeAngle", Math.PI / 4) ?? Math.PI / 4;
        if (kind == LightKind.Spot && !(inner >= 0 && inner < outer && outer <= (Math.PI / 2) + 1e-6))
        {
            throw (spot ?? light).Error($"expected 0 <= innerConeAngle < outerConeAngle <= pi/2, found {inner} and {outer}; correct the cone");
        }

        var read = new Light
        {
            Name = light.Text("name"),
            Kind = kind,
            Color = light.Numbers("color", 3) is double[] c ? new Vector3((float)c[0], (float)c[1], (float)c[2]) : Vector3.One,
            Intensity = NotNegative(light, "intensity") ?? 1,
            Range = NotNegative(light, "range") is double range and > 0 ? range : null,
            InnerConeAngle = inner,
            OuterConeAngle = outer,
        };
        return LightSizeReader.Read(light, read);
    }

    private static LightKind Kind(JsonCursor type) => type.Text() switch
    {
        "directional" => LightKind.Directional,
        "point" => LightKind.Point,
        "spot" => LightKind.Spot,
        string other => throw type.Error($"expected \"directional\", \"point\" or \"spot\", found \"{other}\"; correct the type"),
    };

    private static double? NotNegative(JsonCursor light, string name) => light.Find(name) is not JsonCursor value
        ? null
        : value.Number() >= 0 ? value.Number() : throw value.Error($"expected 0 or more, found {value.Number()}; correct the value");
}
