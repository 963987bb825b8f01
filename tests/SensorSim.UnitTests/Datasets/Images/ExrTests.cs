using SensorSim.Datasets.Images;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Images;

public class ExrTests
{
    [Test]
    public void FloatsComeBackToTheBit([Values(1, 3)] int channels, [Values(1, 13, 64)] int width, [Values(1, 16, 17, 40)] int height)
    {
        PixelPlane plane = Planes.Noise(width, height, channels, SampleType.Float32);

        PixelPlane read = ExrReader.Decode(new ExrWriter().Encode(plane).Span);

        Assert.That(read with { Bytes = default }, Is.EqualTo(plane with { Bytes = default }));
        Assert.That(read.Bytes.ToArray(), Is.EqualTo(plane.Bytes.ToArray()));
    }

    [Test]
    public void TheSamePlaneGivesTheSameBytes()
    {
        PixelPlane plane = Planes.Noise(31, 20, 3, SampleType.Float32);
        byte[] first = new ExrWriter().Encode(plane).ToArray();
        var used = new ExrWriter();
        _ = used.Encode(Planes.Noise(64, 64, 1, SampleType.Float32));
        byte[] second = used.Encode(plane).ToArray();
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void DepthIsInTheChannelZ() =>
        Assert.That(new ExrWriter().Encode(Planes.OfFloats(2, 1, 1, 1.5f, 2)).Span.IndexOf("channels\0chlist\0\x13\0\0\0Z\0\x02\0\0\0"u8), Is.GreaterThan(0));

    [Test]
    public void DamagedFilesAreErrorsOrOtherPixels_NeverACrash()
    {
        byte[] file = new ExrWriter().Encode(Planes.Noise(5, 18, 1, SampleType.Float32)).ToArray();
        for (int i = 0; i < file.Length; i++)
        {
            byte[] damaged = [.. file];
            damaged[i] ^= 0x15;
            int kept = i;
            Assert.That(Decoding.FailureOf(() => ExrReader.Decode(damaged)), Is.Null.Or.TypeOf<ImageFormatException>(), $"byte {i}");
            Assert.That(Decoding.FailureOf(() => ExrReader.Decode(file.AsSpan(0, kept))), Is.Null.Or.TypeOf<ImageFormatException>(), $"{i} bytes");
        }
    }

    [Test]
    public void OtherPlanesAreRefused() =>
        Assert.That(() => new ExrWriter().Encode(Planes.Noise(2, 2, 1, SampleType.UInt16)), Throws.ArgumentException);
}
