using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_clearcoat: a clear coat over the material.</summary>
internal static class KhrMaterialsClearcoat
{
    public const string Name = "KHR_materials_clearcoat";

    public static Clearcoat? Read(JsonCursor material, MaterialValues values) => material.Find("extensions")?.Find(Name) is not JsonCursor at ? null : new(
        values.Unit(at, "clearcoatFactor", 0),
        values.Texture(at, "clearcoatTexture"),
        values.Unit(at, "clearcoatRoughnessFactor", 0),
        values.Texture(at, "clearcoatRoughnessTexture"),
        values.Texture(at, "clearcoatNormalTexture", "scale"));

    public static JsonObject Write(Clearcoat coat)
    {
        var json = new JsonObject { ["clearcoatFactor"] = coat.Factor, ["clearcoatRoughnessFactor"] = coat.Roughness };
        TextureInfoWriter.Add(json, "clearcoatTexture", coat.Texture);
        TextureInfoWriter.Add(json, "clearcoatRoughnessTexture", coat.RoughnessTexture);
        TextureInfoWriter.Add(json, "clearcoatNormalTexture", coat.NormalTexture, "scale");
        return json;
    }
}
