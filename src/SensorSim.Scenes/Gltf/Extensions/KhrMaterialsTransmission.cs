using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_transmission: surfaces that let light through.</summary>
internal static class KhrMaterialsTransmission
{
    public const string Name = "KHR_materials_transmission";

    public static Transmission? Read(JsonCursor material, MaterialValues values) => material.Find("extensions")?.Find(Name) is not JsonCursor at ? null : new(
        values.Unit(at, "transmissionFactor", 0),
        values.Texture(at, "transmissionTexture"));

    public static JsonObject Write(Transmission transmission)
    {
        var json = new JsonObject { ["transmissionFactor"] = transmission.Factor };
        TextureInfoWriter.Add(json, "transmissionTexture", transmission.Texture);
        return json;
    }
}
