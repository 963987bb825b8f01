using System.Text;
using SensorSim.Datasets.Images;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Datasets.Images;

public class PngTests
{
    [Test]
    public void LibspngReadsEveryPlaneThatIsWritten(
        [Values(1, 3, 4)] int channels,
        [Values(SampleType.UInt8, SampleType.UInt16)] SampleType type,
        [Values] PngContent content,
        [Values(1, 7, 64)] int width,
        [Values(1, 3, 50)] int height)
    {
        var writer = new PngWriter();
        foreach (PixelPlane plane in new[] { Planes.Noise(width, height, channels, type), Planes.Smooth(width, height, channels, type) })
        {
            PixelPlane read = ImageReader.Decode(writer.Encode(plane, content).Span);

            Assert.That(read with { Bytes = default }, Is.EqualTo(plane with { Bytes = default }));
            Assert.That(read.Bytes.ToArray(), Is.EqualTo(plane.Bytes.ToArray()));
        }
    }

    [Test]
    public void ImagesOfManyBlocksSurvive([Values(SampleType.UInt8, SampleType.UInt16)] SampleType type)
    {
        PixelPlane plane = Planes.Smooth(640, 480, 3, type);

        PixelPlane read = ImageReader.Decode(new PngWriter().Encode(plane, PngContent.Smooth).Span);

        Assert.That(read.Bytes.Span.SequenceEqual(plane.Bytes.Span));
    }

    [Test]
    public void TheSamePlaneGivesTheSameBytes_WhateverWasEncodedBefore()
    {
        PixelPlane plane = Planes.Smooth(101, 33, 3, SampleType.UInt16);
        byte[] first = new PngWriter().Encode(plane).ToArray();
        var used = new PngWriter();
        _ = used.Encode(Planes.Noise(200, 100, 3, SampleType.UInt16));

        Assert.That(used.Encode(plane).ToArray(), Is.EqualTo(first));
    }

    [Test]
    public void AutomaticTellsNoiseFromSmoothPlanes()
    {
        PixelPlane noise = Planes.Noise(64, 64, 3, SampleType.UInt8), smooth = Planes.Smooth(64, 64, 3, SampleType.UInt8);
        var writer = new PngWriter();

        Assert.That(writer.Encode(noise).ToArray(), Is.EqualTo(writer.Encode(noise, PngContent.Noisy).ToArray()));
        Assert.That(writer.Encode(smooth).ToArray(), Is.EqualTo(writer.Encode(smooth, PngContent.Smooth).ToArray()));
    }

    [Test]
    public void AnXmpPacketIsKept_AndPixelsDoNotChange()
    {
        PixelPlane plane = Planes.Noise(8, 8, 3, SampleType.UInt8);

        byte[] file = new PngWriter().Encode(plane, PngContent.Noisy, "<x:xmpmeta>é</x:xmpmeta>").ToArray();

        Assert.That(Encoding.UTF8.GetString(file), Does.Contain("XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>é</x:xmpmeta>"));
        Assert.That(ImageReader.Decode(file).Bytes.ToArray(), Is.EqualTo(plane.Bytes.ToArray()));
    }

    [Test]
    public void EveryFlippedByteIsAnErrorOrOtherPixels_NeverACrash()
    {
        PixelPlane plane = Planes.Noise(6, 5, 1, SampleType.UInt16);
        byte[] file = new PngWriter().Encode(plane).ToArray();
        for (int i = 0; i < file.Length; i++)
        {
            byte[] damaged = [.. file];
            damaged[i] ^= 0x41;
            Assert.That(Decoding.FailureOf(() => ImageReader.Decode(damaged)), Is.Null.Or.TypeOf<ImageFormatException>(), $"byte {i}");
        }
    }

    [Test]
    public void TruncatedFilesAreErrors()
    {
        byte[] file = new PngWriter().Encode(Planes.Noise(6, 5, 3, SampleType.UInt8)).ToArray();
        for (int length = 0; length < file.Length - 16; length++)
        {
            int kept = length;
            Assert.That(() => ImageReader.Decode(file.AsSpan(0, kept)), Throws.TypeOf<ImageFormatException>(), $"{length} bytes");
        }
    }

    [Test]
    public void AHeaderThatDeclaresAnAbsurdSizeIsRefusedBeforeAllocation()
    {
        byte[] file = new PngWriter().Encode(Planes.Noise(1, 1, 1, SampleType.UInt8)).ToArray();
        byte[] header = [.. file[12..16], 0, 0, 0x40, 1, 0, 0, 0x40, 1, 16, 6, 0, 0, 0]; // 16385 x 16385
        header.CopyTo(file, 12);
        uint crc = Crc32.Of(header);
        byte[] tail = [(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc];
        tail.CopyTo(file, 29);

        Assert.That(() => ImageReader.Decode(file), Throws.TypeOf<ImageFormatException>().With.Message.Contains("at most 16384"));
    }

    [Test]
    public void PlanesThatPngCannotHoldAreRefused()
    {
        var writer = new PngWriter();
        Assert.That(() => writer.Encode(Planes.OfFloats(1, 1, 1, 1f)), Throws.ArgumentException);
        Assert.That(() => writer.Encode(new PixelPlane(2, 2, 1, SampleType.UInt8, new byte[3])), Throws.ArgumentException);
        Assert.That(() => writer.Encode(new PixelPlane(0, 2, 1, SampleType.UInt8, default)), Throws.ArgumentException);
    }
}
