using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace SensorSim.GpuTests.Runs;

/// <summary>Adds an animation to a .glb: nodes that slide along X at constant speed for one second.</summary>
internal static class AnimatedGlb
{
    /// <param name="glb">A file with one buffer.</param>
    /// <param name="metresPerSecond">Node name → speed.</param>
    public static byte[] Of(byte[] glb, IReadOnlyDictionary<string, float> metresPerSecond)
    {
        int jsonLength = BinaryPrimitives.ReadInt32LittleEndian(glb.AsSpan(12));
        JsonObject json = JsonNode.Parse(glb.AsSpan(20, jsonLength))!.AsObject();
        var binary = new List<byte>(glb.AsSpan(20 + jsonLength + 8).ToArray());
        int times = Accessor(json, binary, [0, 1], "SCALAR");
        JsonArray channels = [], samplers = [];
        foreach ((string name, float speed) in metresPerSecond)
        {
            int node = json["nodes"]!.AsArray().Select((n, i) => (n, i)).Single(item => (string?)item.n!["name"] == name).i;
            float[] from = [.. (json["nodes"]![node]!["translation"]?.AsArray().Select(v => (float)v!) ?? [0, 0, 0])];
            channels.Add(new JsonObject { ["sampler"] = samplers.Count, ["target"] = new JsonObject { ["node"] = node, ["path"] = "translation" } });
            samplers.Add(new JsonObject { ["input"] = times, ["output"] = Accessor(json, binary, [.. from, from[0] + speed, from[1], from[2]], "VEC3") });
        }

        json["animations"] = new JsonArray(new JsonObject { ["name"] = "slide", ["channels"] = channels, ["samplers"] = samplers });
        json["buffers"]![0]!["byteLength"] = binary.Count;
        return Pack(Encoding.UTF8.GetBytes(json.ToJsonString()), [.. binary]);
    }

    private static int Accessor(JsonObject json, List<byte> binary, float[] values, string type)
    {
        binary.AddRange(new byte[-binary.Count & 3]);
        JsonArray views = json["bufferViews"]!.AsArray(), accessors = json["accessors"]!.AsArray();
        views.Add(new JsonObject { ["buffer"] = 0, ["byteOffset"] = binary.Count, ["byteLength"] = 4 * values.Length });
        binary.AddRange(MemoryMarshal.AsBytes(values.AsSpan()));
        accessors.Add(new JsonObject
        {
            ["bufferView"] = views.Count - 1, ["componentType"] = 5126, ["count"] = type == "VEC3" ? values.Length / 3 : values.Length, ["type"] = type,
        });
        return accessors.Count - 1;
    }

    private static byte[] Pack(byte[] json, byte[] binary)
    {
        byte[] text = [.. json, .. Enumerable.Repeat((byte)' ', -json.Length & 3)], data = [.. binary, .. new byte[-binary.Length & 3]];
        return [.. "glTF"u8, .. Word(2), .. Word(28 + text.Length + data.Length), .. Word(text.Length), .. "JSON"u8, .. text, .. Word(data.Length), .. "BIN\0"u8, .. data];
    }

    private static byte[] Word(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
