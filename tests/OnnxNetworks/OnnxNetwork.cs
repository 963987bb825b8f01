using System.Runtime.InteropServices;

namespace SensorSim.OnnxNetworks;

/// <summary>Writes an ONNX file (<c>ModelProto</c>, operator set 13), node by node. Field numbers are those of onnx.proto.</summary>
internal sealed class OnnxNetwork
{
    private const int Float32 = 1, Int64 = 7, OperatorSet = 13, FormatVersion = 8;

    private readonly List<ProtobufMessage> _nodes = [];
    private readonly List<ProtobufMessage> _constants = [];
    private readonly List<ProtobufMessage> _inputs = [];
    private readonly List<ProtobufMessage> _outputs = [];

    /// <summary>Declares an input. A dimension is a length, or a name where it is free.</summary>
    public string Input(string name, int elementType, params object[] shape)
    {
        _inputs.Add(Declaration(name, elementType, shape));
        return name;
    }

    public void Output(string name, int elementType, params object[] shape) => _outputs.Add(Declaration(name, elementType, shape));

    public string Constant(string name, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape) => Constant(name, Float32, MemoryMarshal.AsBytes(values), shape);

    public string Constant(string name, ReadOnlySpan<long> values) => Constant(name, Int64, MemoryMarshal.AsBytes(values), values.Length);

    /// <summary>Adds a node with one output.</summary>
    /// <returns>The output's name.</returns>
    public string Node(string operation, string output, string[] inputs, params IEnumerable<ProtobufMessage> attributes)
    {
        var node = new ProtobufMessage();
        foreach (string input in inputs)
        {
            node.Add(1, input);
        }

        _nodes.Add(node.Add(2, output).Add(3, output).Add(4, operation).Add(5, attributes));
        return output;
    }

    public byte[] ToArray()
    {
        ProtobufMessage graph = new ProtobufMessage().Add(1, _nodes).Add(2, "network").Add(5, _constants).Add(11, _inputs).Add(12, _outputs);
        return new ProtobufMessage().Add(1, FormatVersion).Add(2, "SensorSim tests").Add(7, graph.ToArray()).Add(8, new ProtobufMessage().Add(1, "").Add(2, OperatorSet).ToArray()).ToArray();
    }

    private string Constant(string name, int elementType, ReadOnlySpan<byte> bytes, params ReadOnlySpan<long> shape)
    {
        var tensor = new ProtobufMessage();
        foreach (long length in shape)
        {
            tensor.Add(1, length);
        }

        _constants.Add(tensor.Add(2, elementType).Add(8, name).Add(9, bytes));
        return name;
    }

    private static ProtobufMessage Declaration(string name, int elementType, object[] shape)
    {
        var dimensions = new ProtobufMessage().Add(1, shape.Select(length => length is string symbol
            ? new ProtobufMessage().Add(2, symbol)
            : new ProtobufMessage().Add(1, Convert.ToInt64(length, System.Globalization.CultureInfo.InvariantCulture))));
        ProtobufMessage tensor = new ProtobufMessage().Add(1, elementType).Add(2, dimensions.ToArray());
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, tensor.ToArray()).ToArray());
    }
}
