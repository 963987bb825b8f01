using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Accessors;

namespace SensorSim.Scenes.Gltf.Writing;

/// <summary>Collects the binary chunk of a .glb with its buffer views and accessors. An array that is added twice is written once.</summary>
internal sealed class GlbBuffer : IDisposable
{
    private const int VertexTarget = 34962;
    private const int IndexTarget = 34963;

    private readonly MemoryStream bytes = new();
    private readonly JsonArray views = [];
    private readonly JsonArray accessors = [];
    private readonly Dictionary<Array, int> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds a file, such as an image; returns its buffer view.</summary>
    public int AddFile(byte[] file) => AddView(file, null);

    /// <summary>Adds a vertex attribute of floats; returns its accessor.</summary>
    public int AddAttribute<T>(T[] values, string type, bool bounds = false)
        where T : unmanaged
    {
        if (known.TryGetValue(values, out int accessor))
        {
            return accessor;
        }

        ReadOnlySpan<float> components = MemoryMarshal.Cast<T, float>(values);
        var json = new JsonObject
        {
            ["bufferView"] = AddView(MemoryMarshal.AsBytes(components), VertexTarget),
            ["componentType"] = (int)ComponentType.Float32,
            ["count"] = values.Length,
            ["type"] = type,
        };
        if (bounds)
        {
            AddBounds(json, components, components.Length / values.Length);
        }

        return known[values] = Add(json);
    }

    /// <summary>Adds the times or values of keyframes; returns the accessor.</summary>
    public int AddKeys(float[] components, int width, bool bounds)
    {
        if (known.TryGetValue(components, out int accessor))
        {
            return accessor;
        }

        var json = new JsonObject
        {
            ["bufferView"] = AddView(MemoryMarshal.AsBytes(components.AsSpan()), null),
            ["componentType"] = (int)ComponentType.Float32,
            ["count"] = components.Length / width,
            ["type"] = width switch
            {
                1 => "SCALAR",
                3 => "VEC3",
                _ => "VEC4",
            },
        };
        if (bounds)
        {
            AddBounds(json, components, width);
        }

        return known[components] = Add(json);
    }

    /// <summary>Adds indices, 16 bits wide where the vertices allow it; returns the accessor.</summary>
    public int AddIndices(uint[] indices, int vertexCount)
    {
        if (known.TryGetValue(indices, out int accessor))
        {
            return accessor;
        }

        // 65535 itself means primitive restart.
        bool narrow = vertexCount <= ushort.MaxValue;
        ReadOnlySpan<byte> data = narrow
            ? MemoryMarshal.AsBytes(Array.ConvertAll(indices, i => checked((ushort)i)).AsSpan())
            : MemoryMarshal.AsBytes(indices.AsSpan());
        return known[indices] = Add(new()
        {
            ["bufferView"] = AddView(data, IndexTarget),
            ["componentType"] = (int)(narrow ? ComponentType.UInt16 : ComponentType.UInt32),
            ["count"] = indices.Length,
            ["type"] = "SCALAR",
        });
    }

    /// <summary>Puts the arrays that describe the buffer into the document.</summary>
    public void Describe(JsonObject document)
    {
        if (views.Count > 0)
        {
            document["buffers"] = new JsonArray(new JsonObject { ["byteLength"] = bytes.Length });
            document["bufferViews"] = views;
        }

        if (accessors.Count > 0)
        {
            document["accessors"] = accessors;
        }
    }

    public byte[] ToArray() => bytes.ToArray();

    public void Dispose() => bytes.Dispose();

    private int Add(JsonObject accessor)
    {
        accessors.Add(accessor);
        return accessors.Count - 1;
    }

    private int AddView(ReadOnlySpan<byte> data, int? target)
    {
        while (bytes.Length % 4 != 0)
        {
            bytes.WriteByte(0);
        }

        var view = new JsonObject { ["buffer"] = 0, ["byteOffset"] = bytes.Length, ["byteLength"] = data.Length };
        if (target is not null)
        {
            view["target"] = target;
        }

        bytes.Write(data);
        views.Add(view);
        return views.Count - 1;
    }

    private static void AddBounds(JsonObject accessor, ReadOnlySpan<float> components, int width)
    {
        float[] min = components[..width].ToArray(), max = components[..width].ToArray();
        for (int i = 0; i < components.Length; i++)
        {
            min[i % width] = MathF.Min(min[i % width], components[i]);
            max[i % width] = MathF.Max(max[i % width], components[i]);
        }

        accessor["min"] = new JsonArray([.. min.Select(v => (JsonNode)v)]);
        accessor["max"] = new JsonArray([.. max.Select(v => (JsonNode)v)]);
    }
}
