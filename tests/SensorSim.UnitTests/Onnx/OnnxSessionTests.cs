using SensorSim.Onnx;
using SensorSim.OnnxNetworks;
using SensorSim.Tensors;

namespace SensorSim.UnitTests.Onnx;

/// <summary>The binding against networks whose answers can be computed: every function of the C API that is used stands behind one of them.</summary>
public class OnnxSessionTests
{
    [SetUp]
    public void Require() => OnnxTests.Require();

    [Test]
    public void The_Library_Says_What_It_Is()
    {
        Assert.That(OnnxRuntime.Instance.Version, Does.Match(@"^1\.\d+\.\d+"));
        Assert.That(OnnxRuntime.Instance.Providers(), Does.Contain("CPUExecutionProvider"));
    }

    [Test]
    public void A_Model_Says_What_It_Takes_And_Gives()
    {
        using OnnxSession session = OnnxTests.Session(SmallNetworks.Halved());

        Assert.That(session.Inputs.Single().ToString(), Is.EqualTo("input: float32 [1, 3, height, width]"));
        Assert.That(session.Outputs.Single().ToString(), Is.EqualTo("output: float32 [1, 3, rows, columns]"));
        Assert.That(session.Inputs[0].Dimensions!.Select(dimension => dimension.Length), Is.EqualTo(new long?[] { 1, 3, null, null }));
    }

    [Test]
    public void Identity_Gives_The_Same_Bits()
    {
        float[] values = [0f, 1f, -1.5f, float.Epsilon, float.MaxValue, 0.1f, 1 / 3f, -0f, 7f, 8f, 9f, 10f];

        Tensor output = OnnxTests.Run(SmallNetworks.Identity(), Tensor.Of(values, 1, 3, 2, 2));

        Assert.That(output.As<float>().Select(BitConverter.SingleToInt32Bits), Is.EqualTo(values.Select(BitConverter.SingleToInt32Bits)));
        Assert.That(output.Shape.ToArray(), Is.EqualTo(new long[] { 1, 3, 2, 2 }));
    }

    [Test]
    public void Bytes_Come_Back_As_Bytes_And_Sizes_As_Integers()
    {
        byte[] bytes = [1, 2, 3, 250, 251, 252];
        Assert.That(OnnxTests.Run(SmallNetworks.Bytes(), Tensor.Of(bytes, 1, 1, 2, 3)).As<byte>(), Is.EqualTo(bytes));

        Tensor shape = OnnxTests.Run(SmallNetworks.Shape(), Tensor.Of(new float[3 * 5 * 7], 1, 3, 5, 7));
        Assert.That(shape.As<long>(), Is.EqualTo(new long[] { 1, 3, 5, 7 }));
        Assert.That(() => shape.As<float>(), Throws.InvalidOperationException.With.Message.Contains("Int64"));
    }

    [Test]
    public void A_Colour_Matrix_Is_The_Matrix()
    {
        float[] matrix = [0.5f, 0.25f, 0f, 0f, 1f, -0.5f, 2f, 0f, 0.125f], offset = [0.25f, 0f, -1f];
        float[] values = OnnxTests.Noise(3 * 4 * 5);

        float[] output = OnnxTests.Run(SmallNetworks.ColourMatrix(matrix, offset), Tensor.Of(values, 1, 3, 4, 5)).As<float>();

        for (int i = 0; i < output.Length; i++)
        {
            (int row, int pixel) = (i / 20, i % 20);
            double expected = offset[row] + (matrix[3 * row] * (double)values[pixel]) + (matrix[(3 * row) + 1] * (double)values[20 + pixel]) + (matrix[(3 * row) + 2] * (double)values[40 + pixel]);
            Assert.That(output[i], Is.EqualTo(expected).Within(1e-6));
        }
    }

    [Test]
    public void A_Blur_Is_The_Mean_Of_Nine()
    {
        float[] values = new float[3 * 5 * 5];
        values[(2 * 5) + 2] = 9;
        values[25] = 18;

        float[] output = OnnxTests.Run(SmallNetworks.Blur(), Tensor.Of(values, 1, 3, 5, 5)).As<float>();

        Assert.That(output[..25], Is.EqualTo(new float[] { 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0 }).Within(1e-6));
        Assert.That(output[25..].Sum(), Is.EqualTo(8).Within(1e-5), "a corner has four of nine");
    }

    [Test]
    public void The_Same_Bits_Twice_Also_In_Another_Session_And_On_Several_Threads()
    {
        byte[] model = FastStyleNetwork.Write(1);
        Tensor input = Tensor.Of(OnnxTests.Noise(3 * 64 * 48, 255), 1, 3, 48, 64);

        float[] first = OnnxTests.Run(model, input).As<float>();

        Assert.That(OnnxTests.Run(model, input).As<float>().SequenceEqual(first), "another session");
        using OnnxSession two = OnnxTests.Session(model, new() { Threads = 2 });
        float[][] together = [.. Enumerable.Range(0, 3).AsParallel().Select(_ => two.Run([new("input1", input)], "output1")[0].As<float>())];
        Assert.That(together.All(together[0].SequenceEqual), "three runs at once");
        Assert.That(first.Max(), Is.GreaterThan(first.Min() + 50), "it is not flat");
    }

    [Test]
    public void What_Is_No_Model_Is_Refused_With_Its_Name()
    {
        OnnxException? refusal = Assert.Throws<OnnxException>(() => OnnxTests.Session([1, 2, 3, 4]).Dispose());

        Assert.That(refusal!.Message, Does.StartWith("network.onnx: ").And.Contain("protobuf").IgnoreCase);
        Assert.That(refusal.Code, Is.Not.Zero);
    }

    [Test]
    public void What_Does_Not_Fit_Is_Refused_In_The_Library_S_Words()
    {
        using OnnxSession session = OnnxTests.Session(SmallNetworks.Identity());
        Tensor good = Tensor.Of(new float[12], 1, 3, 2, 2), grey = Tensor.Of(new float[4], 1, 1, 2, 2);

        Assert.That(() => session.Run([new("input", grey)], "output"), Throws.TypeOf<OnnxException>().With.Message.Contains("invalid dimensions"));
        Assert.That(() => session.Run([new("image", good)], "output"), Throws.TypeOf<OnnxException>().With.Message.Contains("image"));
        Assert.That(() => session.Run([new("input", good)], "picture"), Throws.TypeOf<OnnxException>().With.Message.Contains("picture"));
        Assert.That(() => session.Run([new("input", Tensor.Of(new byte[12], 1, 3, 2, 2))], "output"), Throws.TypeOf<OnnxException>().With.Message.Contains("type"));
        Assert.That(session.Run([new("input", good)], "output"), Has.Count.EqualTo(1), "it still works");
    }

    [Test]
    public void A_Tensor_Has_As_Many_Numbers_As_Its_Shape()
    {
        Assert.That(() => Tensor.Of(new float[11], 1, 3, 2, 2), Throws.ArgumentException.With.Message.Contains("[1, 3, 2, 2] has 12"));
        Assert.That(() => Tensor.Of(new float[1], -1, -1), Throws.ArgumentException);
    }

    [Test]
    public void A_Provider_That_Is_Not_There_Is_Told()
    {
        if (File.Exists("/dev/nvidia0"))
        {
            Assert.Ignore("there is an NVIDIA GPU");
        }

        // A library that was built without CUDA is told by us, one with it says itself what it lacks.
        Assert.That(() => OnnxTests.Session(SmallNetworks.Identity(), new() { Provider = ExecutionProvider.Cuda }).Dispose(),
            Throws.TypeOf<OnnxException>().With.Message.Contains("cuda").IgnoreCase.And.Message.StartsWith("network.onnx: "));
    }
}
