using System.Runtime.InteropServices;

namespace SensorSim.Tensors;

/// <summary>Numbers in a box: row-major, the last axis fastest. The numbers are not copied.</summary>
public sealed class Tensor
{
    private static readonly Dictionary<Type, TensorElementType> ElementTypes = new()
    {
        [typeof(float)] = TensorElementType.Float32,
        [typeof(byte)] = TensorElementType.UInt8,
        [typeof(sbyte)] = TensorElementType.Int8,
        [typeof(ushort)] = TensorElementType.UInt16,
        [typeof(short)] = TensorElementType.Int16,
        [typeof(int)] = TensorElementType.Int32,
        [typeof(long)] = TensorElementType.Int64,
        [typeof(bool)] = TensorElementType.Boolean,
        [typeof(Half)] = TensorElementType.Float16,
        [typeof(double)] = TensorElementType.Float64,
        [typeof(uint)] = TensorElementType.UInt32,
        [typeof(ulong)] = TensorElementType.UInt64,
    };

    private readonly long[] _shape;

    private Tensor(TensorElementType elementType, Array values, ReadOnlySpan<long> shape)
    {
        long count = 1;
        foreach (long length in shape)
        {
            count = length >= 0 ? checked(count * length) : throw new ArgumentException($"A tensor's axis has {length} elements.", nameof(shape));
        }

        if (count != values.LongLength)
        {
            throw new ArgumentException($"A tensor of shape {ShapeText(shape)} has {count} elements; {values.LongLength} were given.", nameof(values));
        }

        (ElementType, Values, _shape) = (elementType, values, shape.ToArray());
    }

    public TensorElementType ElementType { get; }

    /// <summary>Elements along each axis, outermost first; empty of a scalar.</summary>
    public ReadOnlySpan<long> Shape => _shape;

    /// <summary>The numbers, as an array of their type.</summary>
    public Array Values { get; }

    /// <summary>A tensor of these numbers.</summary>
    /// <exception cref="ArgumentException">Not as many as the shape has, or of a type that ONNX has not.</exception>
    public static Tensor Of<T>(T[] values, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        return ElementTypes.TryGetValue(typeof(T), out TensorElementType type) ? new(type, values, shape) : throw new ArgumentException($"ONNX has no tensors of {typeof(T).Name}.", nameof(values));
    }

    /// <summary>The numbers as what they are.</summary>
    /// <exception cref="InvalidOperationException">They are something else.</exception>
    public T[] As<T>()
        where T : unmanaged =>
        Values as T[] ?? throw new InvalidOperationException($"The tensor holds {ElementType}, not {typeof(T).Name}.");

    /// <summary>"[1, 3, 480, 640]".</summary>
    public static string ShapeText(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    public override string ToString() => $"{ElementType.ToString().ToLowerInvariant()} {ShapeText(_shape)}";

    /// <summary>A tensor with room for what a model gives; null for types that are no numbers.</summary>
    public static Tensor? Empty(TensorElementType type, ReadOnlySpan<long> shape)
    {
        Type? element = ElementTypes.FirstOrDefault(entry => entry.Value == type).Key;
        long count = 1;
        foreach (long length in shape)
        {
            count = checked(count * length);
        }

        return element is null ? null : new(type, Array.CreateInstance(element, count), shape);
    }

    /// <summary>The bytes of the numbers.</summary>
    public Span<byte> Bytes() => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(Values), checked(Values.Length * BytesOf(ElementType)));

    public static int BytesOf(TensorElementType type) => type switch
    {
        TensorElementType.UInt8 or TensorElementType.Int8 or TensorElementType.Boolean => 1,
        TensorElementType.UInt16 or TensorElementType.Int16 or TensorElementType.Float16 => 2,
        TensorElementType.Float32 or TensorElementType.Int32 or TensorElementType.UInt32 => 4,
        _ => 8,
    };
}
