using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_specular: strength and colour of the reflection of dielectrics.</summary>
internal static class KhrMaterialsSpecular
{
    public const string Name = "KHR_materials_specular";

    public static SpecularReflection? Read(JsonCursor material, MaterialValues values) => material.Find("extensions")?.Find(Name) is not JsonCursor at ? null : new(
        values.Unit(at, "specularFactor", 1),
        values.Texture(at, "specularTexture"),
        values.Color(at, "specularColorFactor", Vector3.One, float.MaxValue),
        values.Texture(at, "specularColorTexture"));

    public static JsonObject Write(SpecularReflection specular)
    {
        var json = new JsonObject { ["specularFactor"] = specular.Factor, ["specularColorFactor"] = TextureInfoWriter.Color(specular.Color) };
        TextureInfoWriter.Add(json, "specularTexture", specular.Texture);
        TextureInfoWriter.Add(json, "specularColorTexture", specular.ColorTexture);
        return json;
    }
}
