using System.Text.Json;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;

namespace SensorSim.Scenes.Gltf;

/// <summary>The lamp whose light a glowing material shows: <c>glow_of</c> in the <c>extras</c> of a material, the name of a node with a light.</summary>
internal static class LampGlow
{
    public const string Key = "glow_of";

    public static string? Read(JsonCursor material) => ValueOf(material)?.Text();

    /// <exception cref="GltfException">A material shows a lamp that is not in the scene.</exception>
    public static void Check(GltfDocument document, Scene scene)
    {
        if (scene.Materials.All(material => material.GlowOf is null)) return;
        string[] lamps = [.. SceneNames.Of(scene).Lamps.Select(lamp => lamp.Name)];
        foreach ((int i, JsonCursor at) in document.Materials.All())
        {
            if (scene.Materials[i].GlowOf is { } lamp && !lamps.Contains(lamp, StringComparer.Ordinal))
                throw ValueOf(at)!.Error($"there is no lamp \"{lamp}\"; {(lamps.Length == 0 ? "the scene has none" : $"expected one of {string.Join(", ", lamps)}")}");
        }
    }

    private static JsonCursor? ValueOf(JsonCursor material) => material.Find("extras") is { Element.ValueKind: JsonValueKind.Object } extras ? extras.Find(Key) : null;
}
