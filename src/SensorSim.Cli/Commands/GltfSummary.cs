using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Cli.Console;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Model;

namespace SensorSim.Cli.Commands;

/// <summary>What is in a glTF file, for machines.</summary>
internal static class GltfSummary
{
    public static JsonObject ToJson(GltfFile file)
    {
        Scene scene = file.Scene;
        return new()
        {
            ["name"] = scene.Name,
            ["gltf_version"] = file.Contents.Version,
            ["generator"] = file.Contents.Generator,
            ["copyright"] = file.Contents.Copyright,
            ["nodes"] = scene.Nodes.Count,
            ["meshes"] = scene.Meshes.Count,
            ["triangles"] = TrianglesOf(scene),
            ["textures"] = scene.Textures.Count,
            ["images"] = JsonOutput.Array(scene.Images, image => new JsonObject { ["name"] = image.Name, ["width"] = image.Width, ["height"] = image.Height }),
            ["instances"] = JsonOutput.Array(SceneInstances.Of(scene), instance => ToJson(instance, scene)),
            ["materials"] = JsonOutput.Array(scene.Materials, ToJson),
            ["lights"] = JsonOutput.Array(scene.Lights, ToJson),
            ["cameras"] = JsonOutput.Array(scene.Cameras, ToJson),
            ["animations"] = JsonOutput.Array(file.Contents.Animations, animation => new JsonObject { ["name"] = animation.Name, ["channels"] = animation.Channels }),
            ["skins"] = JsonOutput.Array(file.Contents.Skins, skin => new JsonObject { ["name"] = skin.Name, ["joints"] = skin.Joints }),
            ["morph_targets"] = JsonOutput.Array(file.Contents.MorphTargets, count => JsonValue.Create(count)),
            ["extensions_used"] = JsonOutput.Array(file.Contents.ExtensionsUsed),
            ["extensions_required"] = JsonOutput.Array(file.Contents.ExtensionsRequired),
            ["files"] = JsonOutput.Array(file.Assets, asset => new JsonObject { ["path"] = asset.Path, ["bytes"] = asset.Bytes, ["sha256"] = asset.Sha256 }),
            ["warnings"] = JsonOutput.Array(scene.Warnings),
        };
    }

    /// <summary>Triangles as they are drawn: a mesh counts once for each object that uses it.</summary>
    public static long TrianglesOf(Scene scene) => SceneInstances.Of(scene).Sum(instance => TrianglesOf(scene.Meshes[instance.Mesh]));

    public static long TrianglesOf(Mesh mesh) => mesh.Primitives.Sum(primitive => primitive.Indices.LongLength / 3);

    /// <summary>The maps that a material has.</summary>
    public static IEnumerable<string> TexturesOf(Material material)
    {
        if (material.BaseColorTexture is not null) yield return "base colour";
        if (material.MetallicRoughnessTexture is not null) yield return "metallic-roughness";
        if (material.NormalTexture is not null) yield return "normal";
        if (material.OcclusionTexture is not null) yield return "occlusion";
        if (material.EmissiveTexture is not null) yield return "emissive";
    }

    private static JsonObject ToJson(Instance instance, Scene scene) => new()
    {
        ["id"] = instance.Id,
        ["name"] = instance.Name,
        ["node"] = instance.Node,
        ["mesh"] = instance.Mesh,
        ["triangles"] = TrianglesOf(scene.Meshes[instance.Mesh]),
        ["extras"] = scene.Nodes[instance.Node].Extras?.DeepClone(),
    };

    private static JsonObject ToJson(Material material) => new()
    {
        ["name"] = material.Name,
        ["base_color"] = new JsonArray(material.BaseColor.X, material.BaseColor.Y, material.BaseColor.Z, material.BaseColor.W),
        ["metallic"] = material.Metallic,
        ["roughness"] = material.Roughness,
        ["emissive_nit"] = Array(material.Emissive),
        ["alpha_mode"] = material.AlphaMode.ToString().ToLowerInvariant(),
        ["double_sided"] = material.DoubleSided,
        ["unlit"] = material.Unlit,
        ["textures"] = JsonOutput.Array(TexturesOf(material)),
    };

    private static JsonObject ToJson(Light light) => new()
    {
        ["name"] = light.Name,
        ["kind"] = light.Kind.ToString().ToLowerInvariant(),
        ["color"] = Array(light.Color),
        ["intensity"] = light.Intensity,
        ["unit"] = light.Kind == LightKind.Directional ? "lx" : "cd",
        ["range_m"] = light.Range,
    };

    private static JsonObject ToJson(Camera camera) => new()
    {
        ["name"] = camera.Name,
        ["vertical_fov_deg"] = camera.VerticalFieldOfView * 180 / Math.PI,
        ["orthographic_height_m"] = 2 * camera.OrthographicHalfHeight,
        ["aspect_ratio"] = camera.AspectRatio,
    };

    private static JsonArray Array(Vector3 vector) => new(vector.X, vector.Y, vector.Z);
}
