using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Gltf.Accessors;

/// <summary>
/// Decodes accessors: any component type, normalised, strided or sparse. Each accessor is decoded once and shared, so the arrays are not to be written to.
/// </summary>
internal sealed class AccessorReader(GltfDocument document, BufferSource buffers, MemoryBudget budget)
{
    private readonly Dictionary<(int Accessor, Type Element), Array> decoded = [];

    /// <summary>The declaration of an accessor, for checks of its type before it is read.</summary>
    public Accessor Declaration(JsonCursor reference) => Accessor.Read(document, reference.Index(document.Accessors));

    /// <summary>Elements as floats; <typeparamref name="T"/> is float or a struct of as many floats as the accessor has components.</summary>
    /// <exception cref="GltfException">Wrong type, or a range outside the data.</exception>
    public T[] ReadFloats<T>(JsonCursor reference)
        where T : unmanaged => Read<T, float>(reference, reference.Index(document.Accessors), ComponentDecoder.ToFloats);

    /// <summary>The same of an accessor itself.</summary>
    public T[] ReadFloats<T>(int accessor)
        where T : unmanaged => Read<T, float>(document.Accessors[accessor], accessor, ComponentDecoder.ToFloats);

    /// <summary>Elements as unsigned integers; <typeparamref name="T"/> is uint or a struct of uints.</summary>
    /// <exception cref="GltfException">Wrong type, or a range outside the data.</exception>
    public T[] ReadIntegers<T>(JsonCursor reference)
        where T : unmanaged
    {
        Accessor accessor = Declaration(reference);
        return accessor.Component is ComponentType.UInt8 or ComponentType.UInt16 or ComponentType.UInt32
            ? Read<T, uint>(reference, reference.Index(document.Accessors), ComponentDecoder.ToIntegers)
            : throw reference.Error($"expected an accessor of unsigned integers, found componentType {(int)accessor.Component}; correct the accessor");
    }

    private unsafe T[] Read<T, TComponent>(JsonCursor reference, int index, ComponentDecoder.Decode<TComponent> decode)
        where T : unmanaged
        where TComponent : unmanaged
    {
        if (decoded.TryGetValue((index, typeof(T)), out Array? known))
        {
            return (T[])known;
        }

        Accessor accessor = Accessor.Read(document, index);
        if (accessor.Components * sizeof(TComponent) != sizeof(T))
        {
            throw reference.Error($"expected an accessor of {sizeof(T) / sizeof(TComponent)} components, found type {accessor.Type}; correct the accessor");
        }

        StridedBytes? source = Source(accessor);
        budget.Claim(accessor.Count, sizeof(T), accessor.At);
        var elements = new T[accessor.Count];
        Span<TComponent> components = MemoryMarshal.Cast<T, TComponent>(elements.AsSpan());
        if (source is StridedBytes bytes)
        {
            decode(bytes, accessor, components);
        }

        if (accessor.Sparse is not null)
        {
            ApplySparse(accessor, components, decode);
        }

        decoded.Add((index, typeof(T)), elements);
        return elements;
    }

    private StridedBytes? Source(Accessor accessor)
    {
        if (accessor.View is not int view)
        {
            return null;
        }

        (ReadOnlyMemory<byte> bytes, int? stride) = buffers.View(view);
        return StridedBytes.Of(accessor.At, bytes, accessor.ByteOffset, stride ?? accessor.TightStride, accessor.ElementBytes, accessor.Count);
    }

    private void ApplySparse<TComponent>(Accessor accessor, Span<TComponent> components, ComponentDecoder.Decode<TComponent> decode)
        where TComponent : unmanaged
    {
        JsonCursor sparse = accessor.Sparse!, values = sparse.Get("values");
        int count = (int)sparse.Get("count").Integer(1, accessor.Count);
        uint[] targets = SparseTargets(accessor, sparse.Get("indices"), count);
        StridedBytes source = SparseBytes(values, accessor, count);
        budget.Claim(count, sizeof(float) * accessor.Components, values);
        var replaced = new TComponent[count * accessor.Components];
        decode(source, accessor with { Count = count }, replaced);
        for (int i = 0; i < count; i++)
        {
            replaced.AsSpan(i * accessor.Components, accessor.Components).CopyTo(components[((int)targets[i] * accessor.Components)..]);
        }
    }

    private uint[] SparseTargets(Accessor accessor, JsonCursor at, int count)
    {
        ComponentType type = Accessor.ReadComponentType(at.Get("componentType"));
        if (type is not (ComponentType.UInt8 or ComponentType.UInt16 or ComponentType.UInt32))
        {
            throw at.Get("componentType").Error("expected 5121, 5123 or 5125 for sparse indices; correct the value");
        }

        var layout = new Accessor(at, null, 0, type, false, count, "SCALAR", null);
        StridedBytes source = SparseBytes(at, layout, count);
        budget.Claim(count, sizeof(uint), at);
        uint[] targets = new uint[count];
        ComponentDecoder.ToIntegers(source, layout, targets);
        for (int i = 0; i < count; i++)
        {
            if (targets[i] >= accessor.Count || (i > 0 && targets[i] <= targets[i - 1]))
            {
                throw at.Error($"sparse index {i} is {targets[i]}; expected increasing indices below {accessor.Count}; export the file again");
            }
        }

        return targets;
    }

    private StridedBytes SparseBytes(JsonCursor at, Accessor layout, int count)
    {
        (ReadOnlyMemory<byte> bytes, _) = buffers.View(at.Get("bufferView").Index(document.BufferViews));
        return StridedBytes.Of(at, bytes, (int)at.Integer("byteOffset", 0, 0, int.MaxValue), layout.TightStride, layout.ElementBytes, count);
    }
}
