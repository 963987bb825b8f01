using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_iridescence: a thin film over the material.</summary>
internal static class KhrMaterialsIridescence
{
    public const string Name = "KHR_materials_iridescence";

    public static Iridescence? Read(JsonCursor material, MaterialValues values) => material.Find("extensions")?.Find(Name) is not JsonCursor at ? null : new(
        values.Unit(at, "iridescenceFactor", 0),
        values.Texture(at, "iridescenceTexture"),
        values.AtLeast(at, "iridescenceIor", 1.3f, 1),
        values.AtLeast(at, "iridescenceThicknessMinimum", 100, 0),
        values.AtLeast(at, "iridescenceThicknessMaximum", 400, 0),
        values.Texture(at, "iridescenceThicknessTexture"));

    public static JsonObject Write(Iridescence iridescence)
    {
        var json = new JsonObject
        {
            ["iridescenceFactor"] = iridescence.Factor,
            ["iridescenceIor"] = iridescence.Ior,
            ["iridescenceThicknessMinimum"] = iridescence.MinimumThicknessNm,
            ["iridescenceThicknessMaximum"] = iridescence.MaximumThicknessNm,
        };
        TextureInfoWriter.Add(json, "iridescenceTexture", iridescence.Texture);
        TextureInfoWriter.Add(json, "iridescenceThicknessTexture", iridescence.ThicknessTexture);
        return json;
    }
}
