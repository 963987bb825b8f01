using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_dispersion: refraction that differs by colour.</summary>
internal static class KhrMaterialsDispersion
{
    public const string Name = "KHR_materials_dispersion";

    /// <summary>20 / Abbe number; 0 without the extension.</summary>
    public static float Read(JsonCursor material, MaterialValues values) => values.AtLeast(material.Find("extensions")?.Find(Name), "dispersion", 0, 0);

    public static JsonObject Write(float dispersion) => new() { ["dispersion"] = dispersion };
}
