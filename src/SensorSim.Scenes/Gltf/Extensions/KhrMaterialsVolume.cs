using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>KHR_materials_volume: what lies beneath a surface that lets light through.</summary>
internal static class KhrMaterialsVolume
{
    public const string Name = "KHR_materials_volume";

    public static Volume? Read(JsonCursor material, MaterialValues values) => material.Find("extensions")?.Find(Name) is not JsonCursor at ? null : new(
        values.AtLeast(at, "thicknessFactor", 0, 0),
        values.Texture(at, "thicknessTexture"),
        Distance(at),
        values.Color(at, "attenuationColor", Vector3.One));

    public static JsonObject Write(Volume volume)
    {
        var json = new JsonObject { ["thicknessFactor"] = volume.ThicknessMetres, ["attenuationColor"] = TextureInfoWriter.Color(volume.AttenuationColor) };
        TextureInfoWriter.Add(json, "thicknessTexture", volume.ThicknessTexture);
        if (float.IsFinite(volume.AttenuationDistanceMetres))
        {
            json["attenuationDistance"] = volume.AttenuationDistanceMetres;
        }

        return json;
    }

    private static float Distance(JsonCursor at)
    {
        if (at.Find("attenuationDistance") is not JsonCursor distance)
        {
            return float.PositiveInfinity;
        }

        float value = (float)distance.Number();
        return value > 0 ? value : throw distance.Error($"expected more than 0, found {distance.Number()}; correct the value");
    }
}
