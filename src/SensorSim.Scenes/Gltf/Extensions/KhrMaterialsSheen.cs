using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_sheen: the sheen of cloth.</summary>
internal static class KhrMaterialsSheen
{
    public const string Name = "KHR_materials_sheen";

    public static Sheen? Read(JsonCursor material, MaterialValues values) => material.Find("extensions")?.Find(Name) is not JsonCursor at ? null : new(
        values.Color(at, "sheenColorFactor", Vector3.Zero),
        values.Texture(at, "sheenColorTexture"),
        values.Unit(at, "sheenRoughnessFactor", 0),
        values.Texture(at, "sheenRoughnessTexture"));

    public static JsonObject Write(Sheen sheen)
    {
        var json = new JsonObject { ["sheenColorFactor"] = TextureInfoWriter.Color(sheen.Color), ["sheenRoughnessFactor"] = sheen.Roughness };
        TextureInfoWriter.Add(json, "sheenColorTexture", sheen.ColorTexture);
        TextureInfoWriter.Add(json, "sheenRoughnessTexture", sheen.RoughnessTexture);
        return json;
    }
}
