using System.Text.Json.Nodes;
using SensorSim.Onnx;
using SensorSim.OnnxNetworks;
using SensorSim.Style;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Onnx;

namespace SensorSim.UnitTests.Styles;

/// <summary>style.onnx through the door that every plugin has.</summary>
public class OnnxStyleTests
{
    private string _folder = "";

    private string Model => Path.Combine(_folder, "network.onnx");

    [SetUp]
    public void Require()
    {
        OnnxTests.Require();
        _folder = Directory.CreateTempSubdirectory("sensorsim-onnx").FullName;
    }

    [TearDown]
    public void Remove()
    {
        if (_folder.Length > 0) Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void Identity_Gives_The_Frame_Back()
    {
        StyleImage picture = Noise(40, 30);
        File.WriteAllBytes(Model, SmallNetworks.Identity());

        Assert.That(Apply(picture, new()).Frames[0].Samples.ToArray(), Is.EqualTo(picture.Samples.ToArray()).Within(1e-7));
    }

    [Test]
    public void A_Colour_Matrix_In_The_Range_Of_Bytes_Is_What_The_Declaration_Beside_The_Model_Says()
    {
        File.WriteAllBytes(Model, SmallNetworks.ColourMatrix([0, 1, 0, 1, 0, 0, 0, 0, 0.5f], [0, 0, 51]));
        File.WriteAllText(Path.ChangeExtension(Model, ".style.json"), """{ "input": { "range": [0, 255], "channels": "bgr" }, "output": { "range": [0, 255] } }""");

        StyleImage output = Apply(new(1, 1, [0.25f, 0.5f, 1f]), new()).Frames[0];

        // In: blue 255, green 127.5, red 63.75. The matrix swaps the first two and makes the third half, plus 51. Out: taken as red, green, blue.
        Assert.That(output.Samples.ToArray(), Is.EqualTo(new[] { 0.5, 1, 0.125 + 0.2 }).Within(1e-6));
    }

    [Test]
    public void A_Blur_In_Tiles_Is_The_Blur_Of_The_Whole()
    {
        StyleImage picture = Noise(144, 96);
        File.WriteAllBytes(Model, SmallNetworks.Blur());

        float[] whole = Apply(picture, new()).Frames[0].Samples.ToArray(), tiled = Apply(picture, new() { ["tile_px"] = 48, ["overlap_px"] = 16 }).Frames[0].Samples.ToArray(),
            seams = Apply(picture, new() { ["tile_px"] = 48, ["overlap_px"] = 0 }).Frames[0].Samples.ToArray();

        Assert.That(tiled, Is.EqualTo(whole).Within(1e-6));
        Assert.That(seams.Zip(whole, (a, b) => Math.Abs(a - b)).Max(), Is.GreaterThan(0.05), "without overlap the tiles' own borders are seen");
    }

    [Test]
    public void The_Same_Bits_Twice_And_It_Says_So()
    {
        File.WriteAllBytes(Model, FastStyleNetwork.Write(3));
        File.WriteAllText(Path.ChangeExtension(Model, ".style.json"), """{ "input": { "range": [0, 255] }, "output": { "range": [0, 255] }, "size": { "multiple": 4 } }""");
        StyleImage picture = Noise(62, 45);

        float[] first = Apply(picture, new()).Frames[0].Samples.ToArray();

        Assert.That(Apply(picture, new()).Frames[0].Samples.ToArray(), Is.EqualTo(first));
        Assert.That(first.Max() - first.Min(), Is.GreaterThan(0.2));
        Assert.That((IsDeterministic(new()), IsDeterministic(new() { ["provider"] = "cuda" })), Is.EqualTo((true, false)));
        Assert.That(StyleBench.Backend("style.onnx").Nature, Is.EqualTo(StyleNature.Learned));
    }

    [Test]
    public void The_Record_Knows_Library_Model_And_Declaration()
    {
        File.WriteAllBytes(Model, SmallNetworks.Identity());
        string declaration = Path.Combine(_folder, "other.json");
        File.WriteAllText(declaration, "{}");

        using IStyleTransfer transfer = Prepare(new() { ["declaration"] = declaration });

        Assert.That(transfer.Identity["model_sha256"]!.ToString(), Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Model)))));
        Assert.That(transfer.Identity["declaration_sha256"]!.ToString(), Is.EqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
        Assert.That(transfer.Identity["library"]!.ToString(), Is.EqualTo($"ONNX Runtime {OnnxRuntime.Instance.Version}"));
        Assert.That(transfer.Identity["provider"]!.ToString(), Is.EqualTo("cpu"));
    }

    [Test]
    public void What_Is_Wrong_Is_The_Request_And_Is_Told()
    {
        File.WriteAllBytes(Model, SmallNetworks.Identity());
        File.WriteAllBytes(Path.Combine(_folder, "no.onnx"), [1, 2, 3]);
        File.WriteAllText(Path.Combine(_folder, "bad.json"), """{ "input": { "layout": "nhwc" } }""");

        Assert.That(Refusal(new() { ["model"] = "" }), Does.Contain("has no model"));
        Assert.That(Refusal(new() { ["model"] = Path.Combine(_folder, "no.onnx") }), Does.Contain("no.onnx").And.Contain("protobuf").IgnoreCase);
        Assert.That(Refusal(new() { ["declaration"] = Path.Combine(_folder, "bad.json") }), Does.Contain("network.onnx: the input is input: float32 [1, 3, height, width], and the declaration says nhwc"));
        Assert.That(Refusal(new() { ["tile_px"] = 32, ["overlap_px"] = 20 }), Does.Contain("overlap_px is 20"));
    }

    [Test]
    public void A_Network_That_Gives_No_Picture_Is_Told()
    {
        File.WriteAllBytes(Model, SmallNetworks.Halved());
        Assert.That(() => Apply(Noise(8, 6), new()), Throws.TypeOf<StyleException>().With.Message.Contains("000000_0000_front: The output output is float32 [1, 3, 3, 4]; expected a picture of the same size"));

        File.WriteAllBytes(Model, SmallNetworks.Shape());
        Assert.That(Refusal(new()), Does.Contain("the output is output: int64 [4]"));
    }

    [Test]
    public void A_Stop_Is_Heard()
    {
        File.WriteAllBytes(Model, SmallNetworks.Identity());
        using IStyleTransfer transfer = Prepare(new());

        Assert.That(() => transfer.Apply(StyleBench.ClipOf(Noise(8, 8)), new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    private string Refusal(JsonObject values)
    {
        StyleException? refusal = Assert.Throws<StyleException>(() => Prepare(values).Dispose());
        Assert.That(refusal!.IsRequestWrong);
        return refusal.Message;
    }

    private StyleResult Apply(StyleImage picture, JsonObject values)
    {
        using IStyleTransfer transfer = Prepare(values);
        return transfer.Apply(StyleBench.ClipOf(picture), CancellationToken.None);
    }

    private IStyleTransfer Prepare(JsonObject values)
    {
        values.TryAdd("model", Model);
        return StyleBench.Prepare("style.onnx", values);
    }

    private static bool IsDeterministic(JsonObject values)
    {
        object parameters = SensorBench.Catalog.Require("style.onnx").Schema.Bind(values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal)).Parameters!;
        return StyleBench.Backend("style.onnx").IsDeterministicWith(parameters);
    }

    private static StyleImage Noise(int width, int height) => new(width, height, OnnxTests.Noise(3 * width * height));
}
