using SensorSim.Tensors;

namespace SensorSim.Plugins.StyleHttp;

/// <summary>The protocol's names of element types.</summary>
internal static class DataType
{
    private static readonly (string Name, TensorElementType Type)[] Names =
    [
        ("FP32", TensorElementType.Float32), ("FP16", TensorElementType.Float16), ("FP64", TensorElementType.Float64), ("UINT8", TensorElementType.UInt8), ("INT8", TensorElementType.Int8),
        ("UINT16", TensorElementType.UInt16), ("INT16", TensorElementType.Int16), ("UINT32", TensorElementType.UInt32), ("INT32", TensorElementType.Int32), ("UINT64", TensorElementType.UInt64),
        ("INT64", TensorElementType.Int64), ("BOOL", TensorElementType.Boolean), ("BYTES", TensorElementType.Text),
    ];

    /// <summary>Undefined where it is not known.</summary>
    public static TensorElementType Parse(string name) => Names.FirstOrDefault(entry => entry.Name == name).Type;

    public static string NameOf(TensorElementType type) => Names.First(entry => entry.Type == type).Name;
}
