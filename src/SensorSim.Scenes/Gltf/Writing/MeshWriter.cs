using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Writing;

/// <summary>Writes meshes.</summary>
internal static class MeshWriter
{
    public static JsonNode Write(Mesh mesh, GlbBuffer buffer)
    {
        if (mesh.Primitives.Count == 0 || mesh.Primitives.Any(p => p.Positions.Length == 0 || p.Indices.Length == 0))
        {
            throw new ArgumentException($"Mesh \"{mesh.Name}\" has no triangles; glTF demands at least one primitive with vertices.", nameof(mesh));
        }

        var json = new JsonObject();
        if (mesh.Name is not null)
        {
            json["name"] = mesh.Name;
        }

        json["primitives"] = new JsonArray([.. mesh.Primitives.Select(p => WritePrimitive(p, buffer))]);
        return json;
    }

    private static JsonObject WritePrimitive(Primitive primitive, GlbBuffer buffer)
    {
        var attributes = new JsonObject
        {
            ["POSITION"] = buffer.AddAttribute(primitive.Positions, "VEC3", bounds: true),
            ["NORMAL"] = buffer.AddAttribute(primitive.Normals, "VEC3"),
        };
        Add("TANGENT", primitive.Tangents, "VEC4");
        Add("TEXCOORD_0", primitive.TexCoords0, "VEC2");
        Add("TEXCOORD_1", primitive.TexCoords1, "VEC2");
        Add("COLOR_0", primitive.Colors, "VEC4");
        var json = new JsonObject { ["attributes"] = attributes, ["indices"] = buffer.AddIndices(primitive.Indices, primitive.Positions.Length) };
        if (primitive.Material is int material)
        {
            json["material"] = material;
        }

        return json;

        void Add<T>(string name, T[]? values, string type)
            where T : unmanaged
        {
            if (values is not null)
            {
                attributes[name] = buffer.AddAttribute(values, type);
            }
        }
    }
}
