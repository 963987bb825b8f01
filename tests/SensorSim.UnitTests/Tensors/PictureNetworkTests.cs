using SensorSim.Style;
using SensorSim.Tensors;

namespace SensorSim.UnitTests.Tensors;

public class PictureNetworkTests
{
    private static readonly StyleImage Picture = Noise(53, 38);

    [TestCase(0, 0, 1)]
    [TestCase(16, 8, 1)]
    [TestCase(16, 0, 1)]
    [TestCase(16, 5, 4)]
    [TestCase(48, 16, 8)]
    public void What_Changes_Nothing_Gives_The_Frame_Back(int tile, int overlap, int multiple)
    {
        var network = new PictureNetwork(new() { Size = new() { Multiple = multiple } }, TensorElementType.Float32, tile, overlap);

        StyleImage output = network.Apply(Picture, tensor =>
        {
            Assert.That((tensor.Shape[2] % multiple, tensor.Shape[3] % multiple), Is.EqualTo((0L, 0L)));
            return tensor;
        });

        Assert.That(output.Samples.ToArray(), Is.EqualTo(Picture.Samples.ToArray()).Within(1e-6));
    }

    [Test]
    public void Tiles_Of_One_Size_Are_All_Of_That_Size()
    {
        var network = new PictureNetwork(new() { Size = new() { Width = 64, Height = 16, Fit = FrameFit.Tile } }, TensorElementType.Float32, 0, 4);
        var shapes = new List<long[]>();

        StyleImage output = network.Apply(Picture, tensor =>
        {
            shapes.Add(tensor.Shape.ToArray());
            return tensor;
        });

        Assert.That(shapes, Has.Count.EqualTo(3).And.All.EqualTo(new long[] { 1, 3, 16, 64 }), "one across, three down");
        Assert.That(output.Samples.ToArray(), Is.EqualTo(Picture.Samples.ToArray()).Within(1e-6));
    }

    [Test]
    public void A_Network_Of_One_Size_Sees_The_Whole_Frame_Scaled()
    {
        var network = new PictureNetwork(new() { Size = new() { Width = 20, Height = 10 } }, TensorElementType.Float32, 0, 64);
        var grey = new StyleImage(53, 38);
        grey.Samples.Fill(0.25f);

        StyleImage output = network.Apply(grey, tensor => Tensor.Of(Array.ConvertAll(tensor.As<float>(), value => 2 * value), 1, 3, 10, 20));

        Assert.That((output.Width, output.Height), Is.EqualTo((53, 38)));
        Assert.That(output.Samples.ToArray(), Is.All.EqualTo(0.5f).Within(1e-6));
    }

    [Test]
    public void A_Frame_Is_Extended_By_Its_Mirror_Image()
    {
        var network = new PictureNetwork(new() { Size = new() { Multiple = 4 } }, TensorElementType.Float32, 0, 0);
        float[] seen = [];

        network.Apply(new(3, 1, [0.1f, 0, 0, 0.2f, 0, 0, 0.3f, 0, 0]), tensor =>
        {
            seen = tensor.As<float>()[..8];
            return tensor;
        });

        Assert.That(seen, Is.EqualTo(new[] { 0.1f, 0.2f, 0.3f, 0.2f, 0.1f, 0.2f, 0.3f, 0.2f }));
    }

    [Test]
    public void A_Picture_Of_Half_The_Size_Is_No_Answer()
    {
        var network = new PictureNetwork(new(), TensorElementType.Float32, 0, 0);

        Assert.That(() => network.Apply(Picture, _ => Tensor.Of(new float[3 * 19 * 26], 1, 3, 19, 26)), Throws.TypeOf<DeclarationException>().With.Message.Contains("[1, 3, 19, 26]; expected a picture of the same size, nchw [1, 3, 38, 53]"));
    }

    [TestCase(16, 9, 1, null, "overlap_px is 9; expected at most half a tile, 8")]
    [TestCase(18, 4, 4, null, "tile_px is 18, which is no multiple of 4")]
    [TestCase(16, 4, 1, 64, "the network takes 64x64 only")]
    [TestCase(0, 4, 24, 64, "64x64 is no multiple of 24")]
    public void What_Does_Not_Go_Together_Is_Told(int tile, int overlap, int multiple, int? side, string expected)
    {
        var network = new PictureNetwork(new() { Size = new() { Width = side, Height = side, Multiple = multiple } }, TensorElementType.Float32, tile, overlap);

        Assert.That(() => network.ThrowProblem("m.onnx"), Throws.TypeOf<DeclarationException>().With.Message.Contains(expected).And.Message.StartsWith("m.onnx: "));
    }

    private static StyleImage Noise(int width, int height) => new(width, height, UnitTests.Onnx.OnnxTests.Noise(3 * width * height));
}
