using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Writing;

/// <summary>Writes the lights of KHR_lights_punctual.</summary>
internal static class LightWriter
{
    public static JsonNode Write(Light light)
    {
        var json = new JsonObject
        {
            ["type"] = light.Kind switch
            {
                LightKind.Directional => "directional",
                LightKind.Point => "point",
                _ => "spot",
            },
            ["color"] = new JsonArray(light.Color.X, light.Color.Y, light.Color.Z),
            ["intensity"] = light.Intensity,
        };
        if (light.Name is not null)
        {
            json["name"] = light.Name;
        }

        if (light.Range is double range)
        {
            json["range"] = range;
        }

        if (light.Kind == LightKind.Spot)
        {
            json["spot"] = new JsonObject { ["innerConeAngle"] = light.InnerConeAngle, ["outerConeAngle"] = light.OuterConeAngle };
        }

        var extras = new JsonObject();
        if (light.AngularDiameterDegrees > 0)
        {
            extras[LightSizeReader.Angle] = light.AngularDiameterDegrees;
        }

        if (light.RadiusMetres > 0)
        {
            extras[LightSizeReader.Radius] = light.RadiusMetres;
        }

        if (extras.Count > 0)
        {
            json["extras"] = extras;
        }

        return json;
    }
}
