using System.Text;
using SensorSim.Datasets.Images;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Images;

public sealed class JsonLinesTests
{
    private static readonly byte[] s_lines = Encoding.UTF8.GetBytes("{\"step\":1}\n{\"step\":2}\n");

    [Test]
    public void Lines_Are_A_Row_Of_Bytes_There_And_Back()
    {
        ReadOnlyMemory<byte> file = new ImageWriter().Encode(JsonLines.PlaneOf(s_lines), ImageFormat.JsonLines);

        PixelPlane plane = ImageReader.Decode(file.Span);
        Assert.That((plane.Width, plane.Height, plane.Channels, plane.SampleType), Is.EqualTo((s_lines.Length, 1, 1, SampleType.UInt8)));
        Assert.That(plane.Bytes.ToArray(), Is.EqualTo(s_lines));
    }

    [TestCase("{\"step\":1}\n{\"step\":2}", 2)]
    [TestCase("{\"step\":1}\n[2]\n", 2)]
    [TestCase("{\"step\":1}{}\n", 1)]
    [TestCase("{\"step\":1", 1)]
    public void What_Is_Damaged_Is_Told_With_Its_Line(string text, int line) =>
        Assert.That(() => ImageReader.Decode(Encoding.UTF8.GetBytes(text)), Throws.TypeOf<ImageFormatException>().With.Message.StartsWith($"Line {line} is no JSON object"));
}
