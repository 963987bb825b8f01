using System.Diagnostics;
using System.Runtime.InteropServices;
using SensorSim.OnnxNetworks;
using SensorSim.Tensors;

namespace SensorSim.UnitTests.Onnx;

/// <summary>The same models and tensors through ONNX Runtime's binding for another language.</summary>
public class NodePeerTests
{
    private string _folder = "";

    private static string Package => Path.Combine(Repository.Root, "artifacts/onnxruntime/node_modules/onnxruntime-node");

    [SetUp]
    public void Require()
    {
        OnnxTests.Require();
        if (!Directory.Exists(Package)) Assert.Ignore("onnxruntime-node is not installed: eng/setup.sh onnx");
        if (!File.Exists("/usr/bin/node")) Assert.Ignore("node is not installed");
        _folder = Directory.CreateTempSubdirectory("sensorsim-node").FullName;
    }

    [TearDown]
    public void Remove()
    {
        if (_folder.Length > 0) Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void A_Style_Network_Gives_What_It_Gives_There()
    {
        (double distance, double spread) = Compare(FastStyleNetwork.Write(7), "input1", "output1", OnnxTests.Noise(3 * 96 * 128, 255), 1, 3, 96, 128);

        TestContext.Out.WriteLine(FormattableString.Invariant($"largest difference {distance:E2} of a spread of {spread:F1}"));
        Assert.That(spread, Is.GreaterThan(100));
        Assert.That(distance, Is.LessThan(1e-5 * spread));
    }

    [Test]
    public void A_Blur_And_A_Matrix_Give_What_They_Give_There()
    {
        float[] values = OnnxTests.Noise(3 * 30 * 40);

        Assert.That(Compare(SmallNetworks.Blur(), "input", "output", values, 1, 3, 30, 40).Distance, Is.LessThan(1e-5));
        Assert.That(Compare(SmallNetworks.ColourMatrix([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3]), "input", "output", values, 1, 3, 30, 40).Distance, Is.LessThan(1e-5));
    }

    private (double Distance, double Spread) Compare(byte[] model, string input, string output, float[] values, params long[] shape)
    {
        float[] ours = OnnxTests.Run(model, Tensor.Of(values, shape)).As<float>(), theirs = RunInNode(model, input, output, values, shape);
        Assert.That(theirs, Has.Length.EqualTo(ours.Length));
        return (ours.Zip(theirs, (a, b) => Math.Abs((double)a - b)).Max(), ours.Max() - ours.Min());
    }

    private float[] RunInNode(byte[] model, string input, string output, float[] values, long[] shape)
    {
        (string modelFile, string inputFile, string outputFile) = ($"{_folder}/model.onnx", $"{_folder}/input", $"{_folder}/output");
        File.WriteAllBytes(modelFile, model);
        File.WriteAllBytes(inputFile, MemoryMarshal.AsBytes<float>(values));
        using Process node = Process.Start(new ProcessStartInfo("/usr/bin/node", [Path.Combine(Repository.Root, "tests/OnnxNetworks/run.cjs"), Package, modelFile, input, inputFile, string.Join(',', shape), output, outputFile])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        string error = node.StandardError.ReadToEnd();
        node.WaitForExit();
        Assert.That(node.ExitCode, Is.Zero, error);
        return MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(outputFile)).ToArray();
    }
}
