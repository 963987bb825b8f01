using SensorSim.Tensors;

namespace SensorSim.UnitTests.Tensors;

public class NetworkDeclarationTests
{
    private static readonly TensorSignature[] Input = [new("x", TensorElementType.Float32, [new(1, ""), new(3, ""), new(null, "h"), new(null, "w")])];

    [Test]
    public void All_Keys_Are_Read()
    {
        NetworkDeclaration declaration = NetworkDeclarationReader.Parse("""
            { // as torchvision has it
              "input": { "name": "x", "layout": "nhwc", "channels": "bgr", "range": [0, 255], "mean": [1, 2, 3], "std": [4, 5, 6] },
              "output": { "range": [-1, 1] },
              "size": { "width": 224, "height": 96, "fit": "tile", "multiple": 8 }
            }
            """, "a.json");

        Assert.That((declaration.Input.Name, declaration.Input.Layout, declaration.Input.Channels, declaration.Input.Low, declaration.Input.High),
            Is.EqualTo(("x", TensorLayout.Nhwc, ChannelOrder.Bgr, 0.0, 255.0)));
        Assert.That(declaration.Input.Mean.Concat(declaration.Input.Std), Is.EqualTo(new double[] { 1, 2, 3, 4, 5, 6 }));
        Assert.That((declaration.Output.Low, declaration.Output.High, declaration.Output.Layout), Is.EqualTo((-1.0, 1.0, TensorLayout.Nchw)));
        Assert.That(declaration.Size, Is.EqualTo(new NetworkSize { Width = 224, Height = 96, Fit = FrameFit.Tile, Multiple = 8 }));
    }

    [Test]
    public void Everything_That_Is_Wrong_Is_Told_At_Once_With_Its_Path()
    {
        DeclarationException? wrong = Assert.Throws<DeclarationException>(() => NetworkDeclarationReader.Parse("""
            { "input": { "layout": "ncwh", "rnage": [0, 1], "mean": [1, 2], "std": [0, 1, 1], "range": [1, 1], "name": 5 }, "size": { "width": 0, "multiple": 1.5 }, "outptu": {}, "output": [] }
            """, "candy.style.json"));

        string[] lines = wrong!.Message.Split('\n');
        Assert.That(lines, Has.All.StartsWith("candy.style.json: $."));
        string[] expected =
        [
            "$.input.layout is \"ncwh\"; expected one of nchw, nhwc, chw, hwc. Did you mean \"nchw\"?", "$.input.rnage is not known. Did you mean \"range\"?", "$.input.mean is [1,2]; expected three numbers",
            "$.input.std is [0,1,1]; expected three numbers above 0", "$.input.range is [1,1]; expected two different numbers", "$.input.name is 5; expected a text", "$.size.width is 0; expected a whole number from 1",
            "$.size.multiple is 1.5", "$.outptu is not known. Did you mean \"output\"?", "$.output is []; expected an object",
        ];
        foreach (string problem in expected)
        {
            Assert.That(wrong.Message, Does.Contain(problem));
        }
    }

    [TestCase("{ \"input\": {\n  \"range\": [0, }", "d.json:2:")]
    [TestCase("[]", "d.json: $: expected an object")]
    [TestCase("{ \"size\": { \"width\": 224 } }", "$.size.height is missing")]
    [TestCase("{ \"input\": {}, \"input\": {} }", "input")]
    public void What_Is_No_Declaration_Is_Told_Where(string json, string expected)
    {
        Assert.That(() => NetworkDeclarationReader.Parse(json, "d.json"), Throws.TypeOf<DeclarationException>().With.Message.Contains(expected));
    }

    [Test]
    public void A_Model_That_Is_Another_Than_The_Declaration_Says_Is_Told()
    {
        TensorSignature[] nhwc = [new("x", TensorElementType.Float32, [new(1, ""), new(480, ""), new(640, ""), new(3, "")])], two = [.. Input, new("mask", TensorElementType.Float32, [])];

        Assert.That(() => Bind(new(), nhwc, Input), Throws.TypeOf<DeclarationException>().With.Message.Contains("x: float32 [1, 480, 640, 3], and the declaration says nchw (\"input.layout\"): expected 1 picture, 3 colours, height, width"));
        Assert.That(() => Bind(new(), Input, two), Throws.TypeOf<DeclarationException>().With.Message.Contains("does not name the output").And.Message.Contains("mask"));
        Assert.That(() => Bind(new() { Output = new() { Name = "y" } }, Input, two), Throws.TypeOf<DeclarationException>().With.Message.Contains("has no output \"y\""));
        Assert.That(() => Bind(new() { Input = new() { Name = "x" } }, two, Input), Throws.TypeOf<DeclarationException>().With.Message.Contains("2 inputs"));
        Assert.That(() => Bind(new() { Input = new() { Layout = TensorLayout.Nhwc }, Output = new() { Layout = TensorLayout.Nhwc }, Size = new() { Width = 8, Height = 8 } }, nhwc, nhwc),
            Throws.TypeOf<DeclarationException>().With.Message.Contains("takes 640x480 only"));
    }

    [Test]
    public void A_Fixed_Size_Comes_From_The_Model()
    {
        TensorSignature[] fixedSize = [new("x", TensorElementType.Float32, [new(1, ""), new(3, ""), new(96, ""), new(128, "")])];

        NetworkDeclaration bound = Bind(new(), fixedSize, Input);

        Assert.That((bound.Size.Width, bound.Size.Height, bound.Input.Name), Is.EqualTo((128, 96, "x")));
    }

    [TestCase(0)]
    [TestCase(1_000_000)]
    [TestCase(5_000_000_000)]
    public void A_Fixed_Size_That_No_Picture_Has_Is_Told(long side)
    {
        TensorSignature[] fixedSize = [new("x", TensorElementType.Float32, [new(1, ""), new(3, ""), new(96, ""), new(side, "")])];

        Assert.That(() => Bind(new(), fixedSize, Input), Throws.TypeOf<DeclarationException>().With.Message.EqualTo($"m.onnx: the model takes pictures of {side}x96; expected sides from 1 to 16384."));
    }

    private static NetworkDeclaration Bind(NetworkDeclaration declaration, TensorSignature[] inputs, TensorSignature[] outputs) => PictureBinding.Bind(declaration, inputs, outputs, "m.onnx");
}
