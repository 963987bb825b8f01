namespace SensorSim.Scenes.Gltf.Accessors;

/// <summary>An accessor's declaration, types checked; ranges are checked when it is read.</summary>
/// <param name="At">Where it is, for messages.</param>
/// <param name="View">Index of its buffer view; null means zeros.</param>
/// <param name="ByteOffset">Into the view.</param>
/// <param name="Component">Format of one component.</param>
/// <param name="Normalized">Integers stand for 0..1 or -1..1.</param>
/// <param name="Count">Elements.</param>
/// <param name="Type">"SCALAR" to "MAT4".</param>
/// <param name="Sparse">Its sparse member.</param>
internal sealed record Accessor(
    JsonCursor At, int? View, int ByteOffset, ComponentType Component, bool Normalized, int Count, string Type, JsonCursor? Sparse)
{
    public int ComponentBytes => BytesOf(Component);

    /// <summary>Byte offset of each component inside an element: columns of a matrix begin at multiples of four.</summary>
    public int[] ComponentOffsets { get; } = Offsets(At, Type, BytesOf(Component));

    public int Components => ComponentOffsets.Length;

    /// <summary>Bytes from the first component's first to the last one's last.</summary>
    public int ElementBytes => ComponentOffsets[^1] + ComponentBytes;

    /// <summary>Distance between elements when the view does not say.</summary>
    public int TightStride => Type.StartsWith("MAT", StringComparison.Ordinal) ? (ElementBytes + 3) & ~3 : ElementBytes;

    public static Accessor Read(GltfDocument document, int index)
    {
        JsonCursor at = document.Accessors[index];
        JsonCursor component = at.Get("componentType");
        return new(
            at,
            at.Index("bufferView", document.BufferViews),
            (int)at.Integer("byteOffset", 0, 0, int.MaxValue),
            ReadComponentType(component),
            at.Flag("normalized"),
            (int)at.Get("count").Integer(1, int.MaxValue),
            at.Get("type").Text(),
            at.Find("sparse"));
    }

    public static ComponentType ReadComponentType(JsonCursor at) => (ComponentType)at.Integer(5120, 5126) is var type && Enum.IsDefined(type)
        ? type
        : throw at.Error("expected a componentType of 5120, 5121, 5122, 5123, 5125 or 5126; correct the value");

    public static int BytesOf(ComponentType type) => type switch
    {
        ComponentType.Int8 or ComponentType.UInt8 => 1,
        ComponentType.Int16 or ComponentType.UInt16 => 2,
        _ => 4,
    };

    private static int[] Offsets(JsonCursor at, string type, int componentBytes)
    {
        (int columns, int rows) = type switch
        {
            "SCALAR" => (1, 1),
            "VEC2" => (1, 2),
            "VEC3" => (1, 3),
            "VEC4" => (1, 4),
            "MAT2" => (2, 2),
            "MAT3" => (3, 3),
            "MAT4" => (4, 4),
            _ => throw at.Get("type").Error($"expected SCALAR, VEC2 to VEC4 or MAT2 to MAT4, found \"{type}\"; correct the type"),
        };
        int columnBytes = columns == 1 ? 0 : ((rows * componentBytes) + 3) & ~3;
        return [.. from column in Enumerable.Range(0, columns) from row in Enumerable.Range(0, rows) select (column * columnBytes) + (row * componentBytes)];
    }
}
