using SensorSim.Randomness;

namespace SensorSim.OnnxNetworks;

/// <summary>
/// A network of the shape that fast neural style has (Johnson, Alahi, Fei-Fei, 2016, with instance normalisation as Ulyanov et al.): convolution 9×9 to 32 channels, two of stride 2 to 64 and 128, five
/// residual blocks, two upsamplings, convolution 9×9 to 3; borders are mirrored. Its weights are random numbers: it costs what a trained one costs, and paints nothing. 1.7 million weights;
/// takes "input1", gives "output1", both 0 to 255, sides a multiple of 4.
/// </summary>
internal sealed class FastStyleNetwork
{
    private const int Float32 = 1, Residuals = 5;

    private readonly OnnxNetwork _network = new();
    private readonly RandomStream _random;
    private uint _block;

    private FastStyleNetwork(ulong seed) => _random = new(RandomKey.ForDraw(seed, 0, "weights"), 0, 0, 0);

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(ulong seed)
    {
        var writer = new FastStyleNetwork(seed);
        writer.Build();
        return writer._network.ToArray();
    }

    private void Build()
    {
        string signal = _network.Input("input1", Float32, 1, 3, "height", "width");
        signal = Layer("down0", signal, 3, 32, 9, 1, isLast: false);
        signal = Layer("down1", signal, 32, 64, 3, 2, isLast: false);
        signal = Layer("down2", signal, 64, 128, 3, 2, isLast: false);
        for (int i = 0; i < Residuals; i++)
        {
            signal = Residual($"residual{i}", signal);
        }

        signal = Layer("up0", Twice("up0", signal), 128, 64, 3, 1, isLast: false);
        signal = Layer("up1", Twice("up1", signal), 64, 32, 3, 1, isLast: false);
        string contrast = _network.Constant("contrast", [60f]), middle = _network.Constant("middle", [127f]);
        string picture = _network.Node("Mul", "contrasted", [Normalised("up2", Convolution("up2", signal, 32, 3, 9, 1), 3), contrast]);
        _network.Node("Add", "output1", [picture, middle]);
        _network.Output("output1", Float32, 1, 3, "height", "width");
    }

    private string Residual(string name, string signal)
    {
        string first = Layer($"{name}a", signal, 128, 128, 3, 1, isLast: false);
        return _network.Node("Add", $"{name}.sum", [signal, Layer($"{name}b", first, 128, 128, 3, 1, isLast: true)]);
    }

    private string Layer(string name, string signal, int from, int to, int size, int stride, bool isLast)
    {
        string normalised = Normalised(name, Convolution(name, signal, from, to, size, stride), to);
        return isLast ? normalised : _network.Node("Relu", $"{name}.relu", [normalised]);
    }

    private string Convolution(string name, string signal, int from, int to, int size, int stride)
    {
        string pads = _network.Constant($"{name}.pads", [0, 0, size / 2, size / 2, 0, 0, size / 2, size / 2]);
        string padded = _network.Node("Pad", $"{name}.padded", [signal, pads], OnnxAttribute.Of("mode", "reflect"));
        string weights = _network.Constant($"{name}.weights", Weights(to * from * size * size, Math.Sqrt(2.0 / (from * size * size))), to, from, size, size);
        return _network.Node("Conv", $"{name}.conv", [padded, weights], OnnxAttribute.Of("strides", [stride, stride]), OnnxAttribute.Of("kernel_shape", [size, size]));
    }

    private string Normalised(string name, string signal, int channels)
    {
        float[] ones = new float[channels];
        ones.AsSpan().Fill(1);
        string scale = _network.Constant($"{name}.scale", ones, channels), bias = _network.Constant($"{name}.bias", new float[channels], channels);
        return _network.Node("InstanceNormalization", $"{name}.norm", [signal, scale, bias], OnnxAttribute.Of("epsilon", 1e-5f));
    }

    private string Twice(string name, string signal)
    {
        string scales = _network.Constant($"{name}.scales", [1f, 1f, 2f, 2f], 4);
        return _network.Node("Resize", $"{name}.twice", [signal, "", scales], OnnxAttribute.Of("mode", "nearest"), OnnxAttribute.Of("coordinate_transformation_mode", "asymmetric"), OnnxAttribute.Of("nearest_mode", "floor"));
    }

    private float[] Weights(int count, double sigma)
    {
        float[] weights = new float[count];
        for (int i = 0; i < count; i++)
        {
            weights[i] = (float)(sigma * NormalSampler.Draw(_random.Draw(_block++).X));
        }

        return weights;
    }
}
