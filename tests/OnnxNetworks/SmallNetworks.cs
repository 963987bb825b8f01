namespace SensorSim.OnnxNetworks;

/// <summary>Networks of one layer, whose answers anyone can compute. They take and give "input" and "output", float32, of any size.</summary>
internal static class SmallNetworks
{
    private const int Float32 = 1, UInt8 = 2, Int64 = 7;

    /// <summary>Gives what it gets.</summary>
    public static byte[] Identity(bool isNhwc = false, params object[] shape)
    {
        object[] size = shape.Length > 0 ? shape : isNhwc ? [1, "height", "width", 3] : [1, 3, "height", "width"];
        return OneNode("Identity", size, []);
    }

    /// <summary>A matrix on the colours of each pixel, and an offset.</summary>
    /// <param name="rows">Three rows of three, output by input.</param>
    /// <param name="offset">Three numbers.</param>
    public static byte[] ColourMatrix(ReadOnlySpan<float> rows, ReadOnlySpan<float> offset)
    {
        var network = new OnnxNetwork();
        string weights = network.Constant("matrix", rows, 3, 3, 1, 1), bias = network.Constant("offset", offset, 3);
        return OneNode("Conv", [1, 3, "height", "width"], [weights, bias], network);
    }

    /// <summary>The mean of 3×3 pixels, each channel by itself; beyond the border everything is 0.</summary>
    public static byte[] Blur()
    {
        var network = new OnnxNetwork();
        float[] kernel = new float[27];
        kernel.AsSpan().Fill(1f / 9);
        string weights = network.Constant("kernel", kernel, 3, 1, 3, 3);
        return OneNode("Conv", [1, 3, "height", "width"], [weights], network, OnnxAttribute.Of("group", 3L), OnnxAttribute.Of("pads", [1, 1, 1, 1]));
    }

    /// <summary>Gives the sizes of its input as integers: an output that is no picture.</summary>
    public static byte[] Shape()
    {
        var network = new OnnxNetwork();
        string input = network.Input("input", Float32, 1, 3, "height", "width");
        network.Node("Shape", "output", [input]);
        network.Output("output", Int64, 4);
        return network.ToArray();
    }

    /// <summary>Bytes to bytes.</summary>
    public static byte[] Bytes()
    {
        var network = new OnnxNetwork();
        string input = network.Input("input", UInt8, 1, "height", "width", 3);
        network.Node("Identity", "output", [input]);
        network.Output("output", UInt8, 1, "height", "width", 3);
        return network.ToArray();
    }

    /// <summary>Half as high and wide.</summary>
    public static byte[] Halved()
    {
        var network = new OnnxNetwork();
        string input = network.Input("input", Float32, 1, 3, "height", "width");
        network.Node("MaxPool", "output", [input], OnnxAttribute.Of("kernel_shape", [2, 2]), OnnxAttribute.Of("strides", [2, 2]));
        network.Output("output", Float32, 1, 3, "rows", "columns");
        return network.ToArray();
    }

    private static byte[] OneNode(string operation, object[] shape, string[] constants, OnnxNetwork? begun = null, params ReadOnlySpan<ProtobufMessage> attributes)
    {
        OnnxNetwork network = begun ?? new();
        string input = network.Input("input", Float32, shape);
        network.Node(operation, "output", [input, .. constants], attributes.ToArray());
        network.Output("output", Float32, shape);
        return network.ToArray();
    }
}
