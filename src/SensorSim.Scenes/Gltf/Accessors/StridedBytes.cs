namespace SensorSim.Scenes.Gltf.Accessors;

/// <summary>Elements at equal distances in memory, known to lie inside it.</summary>
internal readonly record struct StridedBytes(ReadOnlyMemory<byte> Bytes, int Stride)
{
    /// <exception cref="GltfException">The last element ends outside the view.</exception>
    public static StridedBytes Of(JsonCursor at, ReadOnlyMemory<byte> view, int offset, int stride, int elementBytes, int count)
    {
        long end = offset + ((count - 1L) * stride) + elementBytes;
        if (stride < elementBytes)
        {
            throw at.Error($"the buffer view's byteStride {stride} is less than an element's {elementBytes} bytes; correct the byteStride");
        }

        return end <= view.Length
            ? new(view[offset..], stride)
            : throw at.Error($"{count} elements end at byte {end} of a buffer view of {view.Length} bytes; correct count, byteOffset or the buffer view");
    }
}
