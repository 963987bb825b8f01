using SensorSim.Style;
using SensorSim.Tensors;

namespace SensorSim.UnitTests.Tensors;

public class PictureTensorTests
{
    // Two pixels: red, green, blue of each.
    private static readonly StyleImage Picture = new(2, 1, [0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 1f]);

    [Test]
    public void Colours_Lie_Where_The_Layout_Says()
    {
        Assert.That(Values(new()), Is.EqualTo(new[] { 0.1f, 0.4f, 0.2f, 0.5f, 0.3f, 1f }));
        Assert.That(Values(new() { Layout = TensorLayout.Hwc }), Is.EqualTo(new[] { 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 1f }));
        Assert.That(Values(new() { Layout = TensorLayout.Nhwc, Channels = ChannelOrder.Bgr }), Is.EqualTo(new[] { 0.3f, 0.2f, 0.1f, 1f, 0.5f, 0.4f }));
        Assert.That(new PictureTensor().Encode(Picture, TensorElementType.Float32).Shape.ToArray(), Is.EqualTo(new long[] { 1, 3, 1, 2 }));
        Assert.That(new PictureTensor { Layout = TensorLayout.Chw }.Encode(Picture, TensorElementType.Float32).Shape.ToArray(), Is.EqualTo(new long[] { 3, 1, 2 }));
    }

    [Test]
    public void Range_Mean_And_Std_Make_The_Numbers()
    {
        float[] values = Values(new() { Low = -1, High = 3, Mean = [1, 2, 3], Std = [2, 4, 8] });

        // (low + colour · 4 − mean) / std, by hand.
        Assert.That(values, Is.EqualTo(new[] { -0.8f, -0.2f, -0.55f, -0.25f, -0.35f, 0f }).Within(1e-6f));
    }

    [Test]
    public void Bytes_Are_Rounded()
    {
        Assert.That(new PictureTensor { High = 255, Layout = TensorLayout.Hwc }.Encode(Picture, TensorElementType.UInt8).As<byte>(), Is.EqualTo(new byte[] { 26, 51, 77, 102, 128, 255 }).Or.EqualTo(new byte[] { 26, 51, 76, 102, 128, 255 }));
    }

    [Test]
    public void What_Goes_In_Comes_Out([Values] TensorLayout layout, [Values] ChannelOrder channels, [Values(TensorElementType.Float32, TensorElementType.Float16, TensorElementType.UInt8)] TensorElementType type)
    {
        var tensor = new PictureTensor { Layout = layout, Channels = channels, High = 255, Mean = type == TensorElementType.UInt8 ? [0, 0, 0] : [10, 20, 30], Std = type == TensorElementType.UInt8 ? [1, 1, 1] : [3, 4, 5] };

        StyleImage back = tensor.Decode(tensor.Encode(Picture, type), 2, 1);

        Assert.That(back.Samples.ToArray(), Is.EqualTo(Picture.Samples.ToArray()).Within(type == TensorElementType.Float32 ? 1e-6 : 0.51 / 255));
    }

    [Test]
    public void A_Picture_Of_Another_Size_Or_Type_Is_Refused()
    {
        Assert.That(() => new PictureTensor { Name = "y" }.Decode(Tensor.Of(new float[12], 1, 3, 2, 2), 2, 1), Throws.TypeOf<DeclarationException>().With.Message.EqualTo(
            "The output y is float32 [1, 3, 2, 2]; expected a picture of the same size, nchw [1, 3, 1, 2]."));
        Assert.That(() => new PictureTensor().Decode(Tensor.Of(new long[6], 1, 3, 1, 2), 2, 1), Throws.TypeOf<DeclarationException>().With.Message.Contains("int64"));
        Assert.That(() => new PictureTensor().Encode(Picture, TensorElementType.Int64), Throws.TypeOf<DeclarationException>().With.Message.Contains("int64"));
    }

    private static float[] Values(PictureTensor tensor) => tensor.Encode(Picture, TensorElementType.Float32).As<float>();
}
