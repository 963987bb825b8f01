using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_ior: the index of refraction.</summary>
internal static class KhrMaterialsIor
{
    public const string Name = "KHR_materials_ior";

    /// <summary>At least 1, or 0 for a surface that reflects all; 1.5 without the extension.</summary>
    public static float Read(JsonCursor material, MaterialValues values)
    {
        JsonCursor? at = material.Find("extensions")?.Find(Name);
        return at?.Number("ior", Material.DefaultIor) == 0 ? 0 : values.AtLeast(at, "ior", Material.DefaultIor, 1);
    }

    public static JsonObject Write(float ior) => new() { ["ior"] = ior };
}
