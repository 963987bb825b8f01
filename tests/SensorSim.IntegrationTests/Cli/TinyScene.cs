using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>The smallest scene there is to see: one red triangle and one lamp.</summary>
internal static class TinyScene
{
    /// <summary>Writes it into a folder and returns its path.</summary>
    public static string WriteTo(string folder)
    {
        string path = Path.Combine(folder, "tiny.gltf");
        File.WriteAllText(path, Gltf().ToJsonString());
        return path;
    }

    public static JsonObject Gltf()
    {
        byte[] positions = [.. new float[] { 0, 0, 0, 1, 0, 0, 0, 1, 0 }.SelectMany(BitConverter.GetBytes)];
        return JsonNode.Parse($$"""
            {
              "asset": { "version": "2.0" }, "extensionsUsed": ["KHR_lights_punctual"],
              "extensions": { "KHR_lights_punctual": { "lights": [ { "type": "point", "intensity": 12.5 } ] } },
              "scene": 0, "scenes": [ { "nodes": [0, 1] } ],
              "nodes": [ { "name": "flag", "mesh": 0 }, { "extensions": { "KHR_lights_punctual": { "light": 0 } } } ],
              "meshes": [ { "primitives": [ { "attributes": { "POSITION": 0 }, "material": 0 } ] } ],
              "materials": [ { "name": "red", "pbrMetallicRoughness": { "baseColorFactor": [1, 0, 0, 1] } } ],
              "accessors": [ { "bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 0] } ],
              "bufferViews": [ { "buffer": 0, "byteLength": 36 } ],
              "buffers": [ { "byteLength": 36, "uri": "data:application/octet-stream;base64,{{Convert.ToBase64String(positions)}}" } ]
            }
            """)!.AsObject();
    }
}
