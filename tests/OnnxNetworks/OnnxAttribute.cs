namespace SensorSim.OnnxNetworks;

/// <summary><c>AttributeProto</c>: what a node is told besides its inputs.</summary>
internal static class OnnxAttribute
{
    public static ProtobufMessage Of(string name, long value) => new ProtobufMessage().Add(1, name).Add(20, 2).Add(3, value);

    public static ProtobufMessage Of(string name, float value) => new ProtobufMessage().Add(1, name).Add(20, 1).Add(2, value);

    public static ProtobufMessage Of(string name, string value) => new ProtobufMessage().Add(1, name).Add(20, 3).Add(4, value);

    public static ProtobufMessage Of(string name, params ReadOnlySpan<long> values)
    {
        ProtobufMessage attribute = new ProtobufMessage().Add(1, name).Add(20, 7);
        foreach (long value in values)
        {
            attribute.Add(8, value);
        }

        return attribute;
    }
}
