using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_anisotropy: surfaces that are rougher along one direction.</summary>
internal static class KhrMaterialsAnisotropy
{
    public const string Name = "KHR_materials_anisotropy";

    public static Anisotropy? Read(JsonCursor material, MaterialValues values) => material.Find("extensions")?.Find(Name) is not JsonCursor at ? null : new(
        values.Unit(at, "anisotropyStrength", 0),
        (float)at.Number("anisotropyRotation", 0),
        values.Texture(at, "anisotropyTexture"));

    public static JsonObject Write(Anisotropy anisotropy)
    {
        var json = new JsonObject { ["anisotropyStrength"] = anisotropy.Strength, ["anisotropyRotation"] = anisotropy.RotationRadians };
        TextureInfoWriter.Add(json, "anisotropyTexture", anisotropy.Texture);
        return json;
    }
}
