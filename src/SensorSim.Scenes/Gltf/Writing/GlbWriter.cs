using System.Buffers.Binary;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Writing;

/// <summary>
/// Writes a scene as .glb: nodes, meshes, materials with their layers, textures, punctual lights, cameras, animations of nodes, names and extras.
/// The same scene gives the same bytes on every machine of one .NET version (the images' compression is the framework's).
/// </summary>
public static class GlbWriter
{
    /// <summary>A whole .glb file.</summary>
    /// <param name="scene">What to write; warnings are not.</param>
    /// <param name="encodedImages">PNG or JPEG files for the scene's images, in order; null encodes their pixels as PNG.</param>
    /// <exception cref="ArgumentException">A mesh without primitives, a sheared texture transform, or images that do not match.</exception>
    public static byte[] Write(Scene scene, IReadOnlyList<byte[]>? encodedImages = null)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (encodedImages is not null && encodedImages.Count != scene.Images.Count)
        {
            throw new ArgumentException($"The scene has {scene.Images.Count} images and {encodedImages.Count} encoded ones are given.", nameof(encodedImages));
        }

        using var buffer = new GlbBuffer();
        JsonObject document = Document(scene, buffer, encodedImages ?? [.. scene.Images.Select(i => PngEncoder.EncodeRgba8(i.Width, i.Height, i.Rgba))]);
        buffer.Describe(document);
        return Container(System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()), buffer.ToArray());
    }

    private static JsonObject Document(Scene scene, GlbBuffer buffer, IReadOnlyList<byte[]> images)
    {
        var document = new JsonObject
        {
            ["asset"] = new JsonObject { ["version"] = "2.0", ["generator"] = "SensorSim" },
            ["scene"] = 0,
        };
        var shown = new JsonObject { ["name"] = scene.Name };
        Add(shown, "nodes", NodeWriter.Roots(scene));
        document["scenes"] = new JsonArray(shown);
        Add(document, "nodes", NodeWriter.Write(scene));
        Add(document, "meshes", [.. scene.Meshes.Select(m => MeshWriter.Write(m, buffer))]);
        Add(document, "materials", [.. scene.Materials.Select(MaterialWriter.Write)]);
        TextureWriter.Write(document, scene, images, buffer);
        Add(document, "cameras", [.. scene.Cameras.Select(NodeWriter.Camera)]);
        if (scene.Lights.Count > 0)
        {
            var lights = new JsonObject { ["lights"] = new JsonArray([.. scene.Lights.Select(LightWriter.Write)]) };
            document["extensions"] = new JsonObject { [KhrLightsPunctual.Name] = lights };
        }

        Add(document, "animations", [.. scene.Animations.Select(a => AnimationWriter.Write(a, scene, buffer))]);
        Add(document, "extensionsUsed", [.. ExtensionsIn(scene).Select(e => (JsonNode)e)]);
        return document;
    }

    /// <summary>Adds an array that is not empty: glTF allows no empty ones.</summary>
    internal static void Add(JsonObject owner, string name, JsonNode?[] items)
    {
        if (items.Length > 0)
        {
            owner[name] = new JsonArray(items);
        }
    }

    private static IEnumerable<string> ExtensionsIn(Scene scene)
    {
        IEnumerable<string> ofMaterials = scene.Materials.SelectMany(MaterialWriter.ExtensionsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return scene.Lights.Count > 0 ? ofMaterials.Prepend(KhrLightsPunctual.Name) : ofMaterials;
    }

    private static byte[] Container(byte[] json, byte[] binary)
    {
        int jsonLength = (json.Length + 3) & ~3, binaryLength = (binary.Length + 3) & ~3;
        int length = 12 + 8 + jsonLength + (binary.Length > 0 ? 8 + binaryLength : 0);
        byte[] file = new byte[length];
        "glTF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 2);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), jsonLength);
        "JSON"u8.CopyTo(file.AsSpan(16));
        file.AsSpan(20, jsonLength).Fill((byte)' ');
        json.CopyTo(file, 20);
        if (binary.Length > 0)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(20 + jsonLength), binaryLength);
            "BIN\0"u8.CopyTo(file.AsSpan(24 + jsonLength));
            binary.CopyTo(file, 28 + jsonLength);
        }

        return file;
    }
}
