using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Gltf;

/// <summary>Builds tiny glTF files, valid ones and broken ones.</summary>
public sealed class TestGltf
{
    public const int Int8 = 5120;
    public const int UInt8 = 5121;
    public const int Int16 = 5122;
    public const int UInt16 = 5123;
    public const int UInt32 = 5125;
    public const int Float32 = 5126;

    private readonly MemoryStream binary = new();

    public JsonObject Json { get; } = JsonNode.Parse("""{"asset":{"version":"2.0"}}""")!.AsObject();

    /// <summary>One triangle in the plane z = 0 facing +Z, with a node and a scene.</summary>
    public static TestGltf Triangle() => new TestGltf()
        .Mesh(Attributes(("POSITION", g => g.Accessor("VEC3", [Vector3.Zero, Vector3.UnitX, Vector3.UnitY]))))
        .Node("""{"mesh":0}""");

    public static (string Name, Func<TestGltf, int> Add)[] Attributes(params (string Name, Func<TestGltf, int> Add)[] attributes) => attributes;

    /// <summary>Adds a buffer view over a copy of the bytes; returns its index.</summary>
    public int View(ReadOnlySpan<byte> data, int? stride = null)
    {
        while (binary.Length % 4 != 0)
        {
            binary.WriteByte(0);
        }

        var view = new JsonObject { ["buffer"] = 0, ["byteOffset"] = binary.Length, ["byteLength"] = data.Length };
        if (stride is not null)
        {
            view["byteStride"] = stride;
        }

        binary.Write(data);
        return Append("bufferViews", view);
    }

    public int Accessor<T>(string type, T[] values, int component = Float32, bool normalized = false)
        where T : unmanaged => Append("accessors", new JsonObject
        {
            ["bufferView"] = View(MemoryMarshal.AsBytes(values.AsSpan())),
            ["componentType"] = component,
            ["normalized"] = normalized,
            ["count"] = values.Length,
            ["type"] = type,
        });

    public int Accessor(string json) => Append("accessors", JsonNode.Parse(json)!);

    public TestGltf Mesh((string Name, Func<TestGltf, int> Add)[] attributes, int? indices = null, int? mode = null, int? material = null)
    {
        var primitive = new JsonObject { ["attributes"] = new JsonObject() };
        foreach ((string name, Func<TestGltf, int> add) in attributes)
        {
            primitive["attributes"]![name] = add(this);
        }

        foreach ((string name, int? value) in new[] { ("indices", indices), ("mode", mode), ("material", material) })
        {
            if (value is not null)
            {
                primitive[name] = value;
            }
        }

        Append("meshes", new JsonObject { ["primitives"] = new JsonArray(primitive) });
        return this;
    }

    public TestGltf Node(string json) => With("nodes", json);

    /// <summary>Appends to a top-level array.</summary>
    public TestGltf With(string array, string json)
    {
        Append(array, JsonNode.Parse(json)!);
        return this;
    }

    /// <summary>Sets a top-level member.</summary>
    public TestGltf Set(string member, string json)
    {
        Json[member] = JsonNode.Parse(json);
        return this;
    }

    /// <summary>Adds an image from bytes, and a texture that shows it.</summary>
    public TestGltf Texture(byte[] image)
    {
        int view = View(image);
        With("images", $$"""{"bufferView":{{view}},"mimeType":"image/png"}""");
        return With("textures", $$"""{"source":{{Json["images"]!.AsArray().Count - 1}}}""");
    }

    /// <summary>Changes the JSON's text before it is packed: for what a JSON object cannot hold.</summary>
    public Func<string, string> Rewrite { get; set; } = text => text;

    public byte[] Glb()
    {
        byte[] json = Encoding.UTF8.GetBytes(Rewrite(Text(null)));
        return Glb(json, binary.ToArray());
    }

    public static byte[] Glb(byte[] json, byte[] data)
    {
        byte[] padded = [.. json, .. Enumerable.Repeat((byte)' ', -json.Length & 3)];
        byte[] chunk = [.. data, .. new byte[-data.Length & 3]];
        byte[] file = [.. "glTF"u8, .. Number(2), .. Number(12 + 8 + padded.Length + 8 + chunk.Length), .. Number(padded.Length), .. "JSON"u8, .. padded, .. Number(chunk.Length), .. "BIN\0"u8, .. chunk];
        return file;
    }

    /// <summary>A .gltf whose buffer has this URI; by default a data URI.</summary>
    public byte[] Gltf(string? uri = null) =>
        Encoding.UTF8.GetBytes(Rewrite(Text(uri ?? "data:application/octet-stream;base64," + Convert.ToBase64String(binary.ToArray()))));

    /// <summary>Replaces the value at a path such as <c>accessors[0].count</c>, or adds it.</summary>
    public TestGltf Edit(string path, string json)
    {
        string[] steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        JsonNode at = steps[..^1].Aggregate((JsonNode)Json, (node, step) => node is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        if (at is JsonArray items)
        {
            items[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(json);
        }
        else
        {
            at[steps[^1]] = JsonNode.Parse(json);
        }

        return this;
    }

    /// <summary>Gives the first primitive 16-bit indices.</summary>
    public TestGltf Indices(params ushort[] indices) =>
        Edit("meshes[0].primitives[0].indices", Accessor("SCALAR", indices, UInt16).ToString(CultureInfo.InvariantCulture));

    public TestGltf Positions(params Vector3[] positions) =>
        Edit("meshes[0].primitives[0].attributes.POSITION", Accessor("VEC3", positions).ToString(CultureInfo.InvariantCulture));

    /// <summary>Makes the first accessor sparse, with these bytes as view 1.</summary>
    public TestGltf Sparse(string sparse, params byte[] indices)
    {
        View(indices);
        return Edit("accessors[0].sparse", sparse);
    }

    /// <summary>Adds an image and a texture that shows it.</summary>
    public TestGltf Image(string json) => With("images", json).With("textures", """{"source":0}""");

    public TestGltf Rewriting(string found, string replacement)
    {
        Rewrite = text => text.Replace(found, replacement, StringComparison.Ordinal);
        return this;
    }

    /// <summary>The JSON as it goes into a .glb.</summary>
    public string Document() => Text(null);

    public byte[] Binary() => binary.ToArray();

    public GltfFile ReadFile(GltfLimits? limits = null) => GltfReader.Read(Glb(), "test.glb", Path.GetTempPath(), limits);

    public Scene Read() => ReadFile().Scene;

    public Primitive ReadPrimitive() => Read().Meshes[0].Primitives[0];

    private static byte[] Number(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private string Text(string? uri)
    {
        JsonObject document = Json.DeepClone().AsObject();
        if (!document.ContainsKey("buffers") && binary.Length > 0)
        {
            var buffer = new JsonObject { ["byteLength"] = binary.Length };
            if (uri is not null)
            {
                buffer["uri"] = uri;
            }

            document["buffers"] = new JsonArray(buffer);
        }

        return document.ToJsonString();
    }

    private int Append(string array, JsonNode item)
    {
        if (Json[array] is not JsonArray items)
        {
            Json[array] = items = [];
        }

        items.Add(item);
        return items.Count - 1;
    }
}
