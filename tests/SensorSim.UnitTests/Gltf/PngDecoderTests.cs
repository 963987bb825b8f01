using System.Runtime.InteropServices;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Gltf;

public class PngDecoderTests
{
    private static readonly byte[] Palette = [255, 0, 0, 0, 255, 0, 0, 0, 255];

    private static IEnumerable<TestCaseData> Kinds()
    {
        yield return Case("Gray1", 1, PngColorType.Grayscale, [0b10000000], 1, [255, 0], [255, 255, 255, 255, 0, 0, 0, 255]);
        yield return Case("Gray2", 2, PngColorType.Grayscale, [0b01100000], 1, [85, 170], [85, 85, 85, 255, 170, 170, 170, 255]);
        yield return Case("Gray4", 4, PngColorType.Grayscale, [0x1F], 1, [17, 255], [17, 17, 17, 255, 255, 255, 255, 255]);
        yield return Case("Gray8", 8, PngColorType.Grayscale, [7, 200], 1, [7, 200], [7, 7, 7, 255, 200, 200, 200, 255]);
        yield return Case("GrayAlpha8", 8, PngColorType.GrayscaleAlpha, [7, 1, 200, 2], 2, [7, 1, 200, 2], [7, 7, 7, 1, 200, 200, 200, 2]);
        yield return Case("Rgb8", 8, PngColorType.Truecolor, [1, 2, 3, 4, 5, 6], 3, [1, 2, 3, 4, 5, 6], [1, 2, 3, 255, 4, 5, 6, 255]);
        yield return Case("Rgba8", 8, PngColorType.TruecolorAlpha, [1, 2, 3, 4, 5, 6, 7, 8], 4, [1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8]);
        yield return Case("Palette", 8, PngColorType.Indexed, [2, 1], 3, [0, 0, 255, 0, 255, 0], [0, 0, 255, 255, 0, 255, 0, 255], Palette);
        yield return Case("PaletteAlpha", 4, PngColorType.Indexed, [0x01], 4, [255, 0, 0, 9, 0, 255, 0, 255], [255, 0, 0, 9, 0, 255, 0, 255], Palette, [9]);
        yield return Case("GrayKey", 8, PngColorType.Grayscale, [7, 200], 2, [7, 255, 200, 0], [7, 7, 7, 255, 200, 200, 200, 0], null, [0, 200]);
        yield return Case("RgbKey", 8, PngColorType.Truecolor, [1, 2, 3, 4, 5, 6], 4, [1, 2, 3, 0, 4, 5, 6, 255], [1, 2, 3, 0, 4, 5, 6, 255], null, [0, 1, 0, 2, 0, 3]);
    }

    [TestCaseSource(nameof(Kinds))]
    public void Decode_EightBitsOrFewer_GivesTheSamples(
        int depth, PngColorType type, byte[] scanline, int channels, byte[] native, byte[] rgba, byte[]? palette, byte[]? transparency)
    {
        byte[] file = TestPng.Write(2, 1, depth, type, scanline, palette, transparency);
        PixelPlane plane = PngDecoder.Decode(file);
        Assert.Multiple(() =>
        {
            Assert.That((plane.Width, plane.Height, plane.Channels, plane.SampleType), Is.EqualTo((2, 1, channels, SampleType.UInt8)));
            Assert.That(plane.Bytes.ToArray(), Is.EqualTo(native));
            Assert.That(PngDecoder.DecodeRgba8(file).Bytes.ToArray(), Is.EqualTo(rgba));
        });
    }

    [TestCase(PngColorType.Grayscale, 1, new byte[] { 0x12, 0x34, 0xFF, 0xFF })]
    [TestCase(PngColorType.GrayscaleAlpha, 2, new byte[] { 0x12, 0x34, 0x00, 0x80, 0xFF, 0xFF, 0x00, 0x81 })]
    [TestCase(PngColorType.Truecolor, 3, new byte[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 })]
    [TestCase(PngColorType.TruecolorAlpha, 4, new byte[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 })]
    public void Decode_SixteenBits_AreLittleEndian(PngColorType type, int channels, byte[] scanline)
    {
        PixelPlane plane = PngDecoder.Decode(TestPng.Write(2, 1, 16, type, scanline));
        byte[] swapped = [.. scanline.Chunk(2).SelectMany(pair => new[] { pair[1], pair[0] })];
        Assert.That((plane.Channels, plane.SampleType), Is.EqualTo((channels, SampleType.UInt16)));
        Assert.That(plane.Bytes.ToArray(), Is.EqualTo(swapped));
    }

    [Test]
    public void Decode_SixteenBitGreyWithTransparentColour_GetsAlpha()
    {
        byte[] file = TestPng.Write(2, 1, 16, PngColorType.Grayscale, [0x12, 0x34, 0x12, 0x35], null, [0x12, 0x35]);
        PixelPlane plane = PngDecoder.Decode(file);
        Assert.That(plane.Channels, Is.EqualTo(2));
        Assert.That(MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span).ToArray(), Is.EqualTo(new ushort[] { 0x1234, 65535, 0x1235, 0 }));
    }

    [Test]
    public void DecodeRgba8_SixteenBits_RoundsEveryValue()
    {
        byte[] scanline = [.. Enumerable.Range(0, 65536).SelectMany(v => new[] { (byte)(v >> 8), (byte)v })];
        byte[] file = TestPng.Write(256, 256, 16, PngColorType.Grayscale, scanline);
        byte[] red = [.. PngDecoder.DecodeRgba8(file).Bytes.ToArray().Where((_, i) => i % 4 == 0)];
        byte[] expected = [.. Enumerable.Range(0, 65536).Select(v => (byte)Math.Round(v / 257.0))];
        Assert.That(red, Is.EqualTo(expected));
    }

    [Test]
    public void Decode_EveryTruncation_IsAnImageFormatException()
    {
        byte[] file = TestPng.Rgba(2, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        for (int length = 0; length < file.Length - 12; length++)
        {
            byte[] part = file[..length];
            Assert.That(() => PngDecoder.Decode(part), Throws.TypeOf<ImageFormatException>(), $"cut at {length}");
        }
    }

    [Test]
    public void Decode_FlippedBitInPixels_IsFound()
    {
        byte[] file = TestPng.Rgba(1, 1, 1, 2, 3, 4);
        file[^20] ^= 1;
        Assert.That(() => PngDecoder.Decode(file), Throws.TypeOf<ImageFormatException>().With.Message.Contains("cannot be decoded"));
    }

    [TestCase(30000, 30000, "at most 16384 a side")]
    [TestCase(16384, 16384, "at most 16384 a side and 67108864 in all")]
    [TestCase(8192, 8192, "more than a file of")]
    public void Decode_HugeDeclaredSize_IsRefusedBeforeAllocation(int width, int height, string message)
    {
        byte[] file = TestPng.Write(width, height, 8, PngColorType.TruecolorAlpha, new byte[height]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(() => PngDecoder.Decode(file), Throws.TypeOf<ImageFormatException>().With.Message.Contains(message));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1 << 20));
    }

    private static TestCaseData Case(
        string name, int depth, PngColorType type, byte[] scanline, int channels, byte[] native, byte[] rgba, byte[]? palette = null, byte[]? transparency = null) =>
        new TestCaseData(depth, type, scanline, channels, native, rgba, palette, transparency).SetArgDisplayNames(name);
}
