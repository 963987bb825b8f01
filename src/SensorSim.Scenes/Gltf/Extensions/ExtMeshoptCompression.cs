using SensorSim.Scenes.Gltf.Accessors;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>EXT_meshopt_compression: buffer views whose bytes a codec for vertices or indices has packed.</summary>
internal static class ExtMeshoptCompression
{
    public const string Name = "EXT_meshopt_compression";

    /// <summary>A stream may say that it grows by at most this much: the codec's headers alone allow no more than 64 bytes for one.</summary>
    private const long MaximumExpansion = 256;

    /// <summary>The declaration on a buffer view; null when it is stored plainly.</summary>
    public static JsonCursor? Of(JsonCursor view) => view.Find("extensions")?.Find(Name);

    /// <summary>Whether a buffer only stands in for those who cannot decode, and may have no bytes at all.</summary>
    public static bool IsFallback(JsonCursor buffer) => buffer.Find("extensions")?.Find(Name) is JsonCursor own && own.Flag("fallback");

    /// <summary>The decoded bytes of a view and the distance of its elements.</summary>
    /// <param name="at">The declaration.</param>
    /// <param name="packed">The bytes that it points at.</param>
    /// <param name="budget">Of what is unpacked: many views may point at the same bytes.</param>
    public static (byte[] Bytes, int Stride) Decode(JsonCursor at, ReadOnlySpan<byte> packed, MemoryBudget budget)
    {
        int stride = (int)at.Get("byteStride").Integer(1, 256), count = (int)at.Get("count").Integer(1, int.MaxValue);
        string mode = at.Get("mode").Text(), filter = at.Text("filter") ?? "NONE";
        RequireLayout(at, mode, filter, stride, count);
        if ((long)stride * count > (MaximumExpansion * packed.Length) + 4096)
        {
            throw at.Error($"{count} elements of {stride} bytes cannot come from {packed.Length} compressed bytes; export the file again");
        }

        budget.Claim(count, stride, at);
        byte[] bytes = new byte[stride * count];
        bool isDecoded = mode switch
        {
            "ATTRIBUTES" => Meshoptimizer.DecodeVertices(bytes, count, stride, packed),
            "TRIANGLES" => Meshoptimizer.DecodeTriangles(bytes, count, stride, packed),
            _ => Meshoptimizer.DecodeIndices(bytes, count, stride, packed),
        };
        if (!isDecoded)
        {
            throw at.Error("the compressed stream is damaged; copy or export the file again");
        }

        Meshoptimizer.Unfilter(filter, bytes, count, stride);
        return (bytes, stride);
    }

    private static void RequireLayout(JsonCursor at, string mode, string filter, int stride, int count)
    {
        bool fits = mode switch
        {
            "ATTRIBUTES" => stride % 4 == 0,
            "TRIANGLES" => stride is 2 or 4 && count % 3 == 0,
            "INDICES" => stride is 2 or 4,
            _ => throw at.Get("mode").Error($"expected ATTRIBUTES, TRIANGLES or INDICES, found \"{mode}\"; correct the value"),
        };
        fits &= filter switch
        {
            "NONE" => true,
            "OCTAHEDRAL" => mode == "ATTRIBUTES" && stride is 4 or 8,
            "QUATERNION" => mode == "ATTRIBUTES" && stride == 8,
            "EXPONENTIAL" => mode == "ATTRIBUTES",
            _ => throw at.Get("filter").Error($"expected NONE, OCTAHEDRAL, QUATERNION or EXPONENTIAL, found \"{filter}\"; correct the value"),
        };
        if (!fits)
        {
            throw at.Error($"{count} elements of {stride} bytes do not fit mode {mode} with filter {filter}; export the file again");
        }
    }
}
