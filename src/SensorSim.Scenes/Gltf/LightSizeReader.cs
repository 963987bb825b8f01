using System.Text.Json;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>
/// Sizes of lights, which KHR_lights_punctual does not have: <c>angular_diameter_deg</c> and <c>radius_m</c> in the <c>extras</c> of a light, or of the
/// node that carries it, which counts before the light's own.
/// </summary>
internal static class LightSizeReader
{
    public const string Angle = "angular_diameter_deg";
    public const string Radius = "radius_m";

    /// <param name="owner">The light or the node.</param>
    /// <param name="light">What it is without them.</param>
    public static Light Read(JsonCursor owner, Light light) => owner.Find("extras") is not { Element.ValueKind: JsonValueKind.Object } extras
        ? light
        : new LightSize(Number(extras, Angle, LightSize.WidestDegrees), Number(extras, Radius, double.MaxValue)).Of(light);

    /// <summary>Gives nodes whose extras change their light a light of their own, behind the file's.</summary>
    public static (Node[] Nodes, List<Light> Lights) OnNodes(GltfDocument document, Node[] nodes, List<Light> lights)
    {
        Node[] placed = [.. nodes];
        List<Light> all = [.. lights];
        foreach ((int i, JsonCursor at) in document.Nodes.All())
        {
            if (nodes[i].Light is { } index && Read(at, lights[index]) is var own && own != lights[index])
            {
                placed[i] = nodes[i] with { Light = all.Count };
                all.Add(own);
            }
        }

        return (placed, all);
    }

    private static double? Number(JsonCursor extras, string name, double most) => extras.Find(name) is not { } value
        ? null
        : value.Number() is >= 0 and var number && number <= most ? number : throw value.Error($"expected a number from 0 to {most}, found {value.Number()}; correct the value");
}
