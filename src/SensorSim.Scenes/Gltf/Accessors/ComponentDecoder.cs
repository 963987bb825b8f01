using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Gltf.Accessors;

/// <summary>Turns stored components into floats or unsigned integers. glTF is little-endian, and so is every machine this runs on.</summary>
internal static class ComponentDecoder
{
    /// <summary>Decodes all elements of a layout into a flat list of components.</summary>
    public delegate void Decode<TComponent>(StridedBytes source, Accessor layout, Span<TComponent> components);

    public static void ToFloats(StridedBytes source, Accessor layout, Span<float> components)
    {
        ReadOnlySpan<byte> bytes = source.Bytes.Span;
        if (layout.Component == ComponentType.Float32 && source.Stride == layout.Components * sizeof(float))
        {
            bytes[..(components.Length * sizeof(float))].CopyTo(MemoryMarshal.AsBytes(components));
            return;
        }

        int next = 0;
        for (int element = 0; element < layout.Count; element++)
        {
            foreach (int offset in layout.ComponentOffsets)
            {
                components[next++] = ToFloat(bytes[((element * source.Stride) + offset)..], layout.Component, layout.Normalized);
            }
        }
    }

    public static void ToIntegers(StridedBytes source, Accessor layout, Span<uint> components)
    {
        ReadOnlySpan<byte> bytes = source.Bytes.Span;
        int next = 0;
        for (int element = 0; element < layout.Count; element++)
        {
            foreach (int offset in layout.ComponentOffsets)
            {
                ReadOnlySpan<byte> at = bytes[((element * source.Stride) + offset)..];
                components[next++] = layout.Component switch
                {
                    ComponentType.UInt8 => at[0],
                    ComponentType.UInt16 => MemoryMarshal.Read<ushort>(at),
                    _ => MemoryMarshal.Read<uint>(at),
                };
            }
        }
    }

    // The divisions are the specification's: the most negative integer counts as -1 like its neighbour.
    private static float ToFloat(ReadOnlySpan<byte> at, ComponentType type, bool normalized) => (type, normalized) switch
    {
        (ComponentType.Float32, _) => MemoryMarshal.Read<float>(at),
        (ComponentType.Int8, true) => Math.Max((sbyte)at[0] / 127f, -1),
        (ComponentType.Int8, false) => (sbyte)at[0],
        (ComponentType.UInt8, true) => at[0] / 255f,
        (ComponentType.UInt8, false) => at[0],
        (ComponentType.Int16, true) => Math.Max(MemoryMarshal.Read<short>(at) / 32767f, -1),
        (ComponentType.Int16, false) => MemoryMarshal.Read<short>(at),
        (ComponentType.UInt16, true) => MemoryMarshal.Read<ushort>(at) / 65535f,
        (ComponentType.UInt16, false) => MemoryMarshal.Read<ushort>(at),
        (_, true) => (float)(MemoryMarshal.Read<uint>(at) / (double)uint.MaxValue),
        _ => MemoryMarshal.Read<uint>(at),
    };
}
