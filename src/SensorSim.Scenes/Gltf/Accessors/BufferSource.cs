using SensorSim.Scenes.Gltf.Extensions;

namespace SensorSim.Scenes.Gltf.Accessors;

/// <summary>The bytes of buffers and buffer views, every range checked.</summary>
internal sealed class BufferSource
{
    private readonly GltfDocument document;
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> buffers;
    private readonly Dictionary<int, (byte[] Bytes, int Stride)> decoded = [];
    private readonly MemoryBudget budget;

    /// <summary>Reads all buffers of the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="folder">Where its files are.</param>
    /// <param name="binaryChunk">Of a .glb.</param>
    /// <param name="limits">What views are unpacked to takes no more than decoded geometry may.</param>
    public BufferSource(GltfDocument document, AssetFolder folder, ReadOnlyMemory<byte>? binaryChunk, GltfLimits limits)
    {
        this.document = document;
        buffers = [.. document.Buffers.All().Select(b => ReadBuffer(b.Item, folder, b.Index == 0 ? binaryChunk : null))];
        budget = new("the unpacked buffer views", limits.GeometryBytes(folder.TotalBytes));
    }

    /// <summary>The bytes of a buffer view, and its stride when it has one.</summary>
    public (ReadOnlyMemory<byte> Bytes, int? Stride) View(int index)
    {
        JsonCursor view = document.BufferViews[index];
        if (ExtMeshoptCompression.Of(view) is not JsonCursor packed)
        {
            return (Bytes(view), (int?)view.Find("byteStride")?.Integer(4, 252));
        }

        if (!decoded.TryGetValue(index, out (byte[] Bytes, int Stride) known))
        {
            decoded.Add(index, known = ExtMeshoptCompression.Decode(packed, Bytes(packed).Span, budget));
        }

        // Indices and the like are stored tightly and have no stride to be read with.
        return (known.Bytes, view.Find("byteStride") is null ? null : known.Stride);
    }

    private ReadOnlyMemory<byte> Bytes(JsonCursor view)
    {
        ReadOnlyMemory<byte> buffer = buffers[view.Get("buffer").Index(document.Buffers)];
        long offset = view.Integer("byteOffset", 0, 0, int.MaxValue);
        long length = view.Get("byteLength").Integer(1, int.MaxValue);
        return offset + length <= buffer.Length
            ? buffer.Slice((int)offset, (int)length)
            : throw view.Error($"byteOffset {offset} + byteLength {length} reach beyond the buffer's {buffer.Length} bytes; correct them or export the file again");
    }

    private static ReadOnlyMemory<byte> ReadBuffer(JsonCursor buffer, AssetFolder folder, ReadOnlyMemory<byte>? binaryChunk)
    {
        long declared = buffer.Get("byteLength").Integer(1, int.MaxValue);
        JsonCursor? uri = buffer.Find("uri");
        if (uri is null && binaryChunk is null && ExtMeshoptCompression.IsFallback(buffer))
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        ReadOnlyMemory<byte> bytes = uri is not null
            ? folder.Read(uri)
            : binaryChunk ?? throw buffer.Error("the buffer has no uri and there is no binary chunk for it; add the uri or export the file as .glb");
        return bytes.Length >= declared
            ? bytes[..(int)declared]
            : throw buffer.Error($"byteLength declares {declared} bytes and the data has {bytes.Length}: it is truncated; copy or export the file again");
    }
}
