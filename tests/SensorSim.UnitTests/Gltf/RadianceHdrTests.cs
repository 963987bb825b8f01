using System.Text;
using SensorSim.Scenes.Images;

namespace SensorSim.UnitTests.Gltf;

public class RadianceHdrTests
{
    [Test]
    public void Values_AreMantissaTimesPowerOfTwo()
    {
        HdrImage image = Decode("-Y 1 +X 3", 128, 64, 0, 129, 255, 1, 2, 120, 9, 9, 9, 0);
        Assert.That(image.RgbLinear, Is.EqualTo(new[] { 1, .5f, 0, 255 / 65536f, 1 / 65536f, 2 / 65536f, 0, 0, 0 }));
    }

    [Test]
    public void Exposure_IsDividedOut() => Assert.That(
        RadianceHdr.Decode(File("-Y 1 +X 1", [128, 128, 128, 129], "EXPOSURE=4\nEXPOSURE= 0.5\n")).RgbLinear, Is.All.EqualTo(.5f));

    // Pixel n of the file has red n + 1; the list gives the upright image's reds.
    [TestCase("-Y 2 +X 3", 3, 2, new[] { 1, 2, 3, 4, 5, 6 })]
    [TestCase("-Y 2 -X 3", 3, 2, new[] { 3, 2, 1, 6, 5, 4 })]
    [TestCase("+Y 2 +X 3", 3, 2, new[] { 4, 5, 6, 1, 2, 3 })]
    [TestCase("+Y 2 -X 3", 3, 2, new[] { 6, 5, 4, 3, 2, 1 })]
    [TestCase("+X 3 -Y 2", 3, 2, new[] { 1, 3, 5, 2, 4, 6 })]
    [TestCase("-X 3 -Y 2", 3, 2, new[] { 5, 3, 1, 6, 4, 2 })]
    [TestCase("+X 3 +Y 2", 3, 2, new[] { 2, 4, 6, 1, 3, 5 })]
    [TestCase("-X 3 +Y 2", 3, 2, new[] { 6, 4, 2, 5, 3, 1 })]
    public void Orientation_IsUndone(string resolution, int width, int height, int[] reds)
    {
        byte[] pixels = [.. Enumerable.Range(1, 6).SelectMany(n => new byte[] { (byte)n, 0, 0, 136 })];
        HdrImage image = Decode(resolution, pixels);
        Assert.That((image.Width, image.Height), Is.EqualTo((width, height)));
        Assert.That(image.RgbLinear.Where((_, i) => i % 3 == 0), Is.EqualTo(reds));
    }

    [Test]
    public void OldRuns_RepeatThePixelBefore_WithDigitsToTheBase256()
    {
        byte[] file = [7, 8, 9, 136, 1, 1, 1, 3, 1, 1, 1, 1, 5, 5, 5, 136];
        HdrImage image = Decode("-Y 1 +X 261", file);
        Assert.That(image.RgbLinear.Chunk(3).Take(260).Select(p => p[0]), Is.All.EqualTo(7));
        Assert.That(image.RgbLinear[^1], Is.EqualTo(5));
    }

    [Test]
    public void NewRuns_AreStoredByChannel()
    {
        // Eight pixels: red a run of 8; green 3 literals and a run of 5; blue 8 literals; exponent a run.
        byte[] file = [2, 2, 0, 8, 128 + 8, 7, 3, 1, 2, 3, 128 + 5, 4, 8, 10, 11, 12, 13, 14, 15, 16, 17, 128 + 8, 136];
        HdrImage image = Decode("-Y 1 +X 8", file);
        Assert.That(image.RgbLinear.Where((_, i) => i % 3 == 0), Is.All.EqualTo(7));
        Assert.That(image.RgbLinear.Where((_, i) => i % 3 == 1), Is.EqualTo(new[] { 1, 2, 3, 4, 4, 4, 4, 4 }));
        Assert.That(image.RgbLinear.Where((_, i) => i % 3 == 2), Is.EqualTo(new[] { 10, 11, 12, 13, 14, 15, 16, 17 }));
    }

    [TestCase("-Y 1 +X 9", new byte[] { 2, 2, 0, 8, 136, 7, 136, 7, 136, 7, 136, 7 }, "has 8 pixels; expected 9")]
    [TestCase("-Y 1 +X 8", new byte[] { 2, 2, 0, 8, 137, 7, 136, 7, 136, 7, 136, 7 }, "Scanline 0")]
    [TestCase("-Y 1 +X 8", new byte[] { 2, 2, 0, 8, 0, 7, 136, 7, 136, 7, 136, 7 }, "Scanline 0")]
    [TestCase("-Y 1 +X 8", new byte[] { 2, 2, 0, 8, 136, 7, 136, 7, 136, 7, 8, 7 }, "Scanline 0")]
    [TestCase("-Y 1 +X 3", new byte[] { 1, 1, 1, 2, 1, 1, 1, 1 }, "Scanline 0")]
    [TestCase("-Y 1 +X 3", new byte[] { 7, 7, 7, 136, 1, 1, 1, 9 }, "Scanline 0")]
    [TestCase("-Y 100000 +X 100000", new byte[] { 7, 7, 7, 136 }, "declares 100000 x 100000")]
    [TestCase("-Y 4096 +X 4096", new byte[] { 7, 7, 7, 136 }, "is truncated")]
    [TestCase("-Y 0 +X 3", new byte[] { 7, 7, 7, 136 }, "expected at least 1 x 1")]
    [TestCase("-Z 1 +X 3", new byte[] { 7, 7, 7, 136 }, "Expected a resolution line")]
    [TestCase("-Y 1 +Y 3", new byte[] { 7, 7, 7, 136 }, "Expected a resolution line")]
    [TestCase("-Y -1 +X 3", new byte[] { 7, 7, 7, 136 }, "Expected a resolution line")]
    public void Damage_IsNamed(string resolution, byte[] pixels, string message) => Assert.That(
        () => Decode(resolution, pixels), Throws.TypeOf<ImageFormatException>().With.Message.Contains(message));

    [TestCase("1e-300")]
    [TestCase("1e-200\nEXPOSURE=1e-200")]
    [TestCase("1e-310")]
    public void LightBeyondAllNumbers_IsNamed(string exposure) => Assert.That(
        () => RadianceHdr.Decode(File("-Y 1 +X 1", [0, 1, 0, 129], $"EXPOSURE={exposure}\n")), Throws.TypeOf<ImageFormatException>().With.Message.Contains("scanline 0 is brighter than").And.Message.Contains("EXPOSURE"));

    [TestCase("P6\n", "does not begin with")]
    [TestCase("#?RADIANCE\nFORMAT=32-bit_rle_xyze\n\n-Y 1 +X 1\n", "convert the picture to RGBE")]
    [TestCase("#?RADIANCE\nEXPOSURE=zero\n\n-Y 1 +X 1\n", "positive number after EXPOSURE")]
    [TestCase("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n", "no end")]
    public void BadHeader_IsNamed(string header, string message) => Assert.That(
        () => RadianceHdr.Decode(Encoding.ASCII.GetBytes(header)), Throws.TypeOf<ImageFormatException>().With.Message.Contains(message));

    [Test]
    public void EveryTruncation_IsAnError()
    {
        byte[] file = File("-Y 1 +X 8", [2, 2, 0, 8, 136, 7, 136, 7, 136, 7, 136, 136]);
        for (int length = 0; length < file.Length; length++)
        {
            byte[] part = file[..length];
            Assert.That(() => RadianceHdr.Decode(part), Throws.TypeOf<ImageFormatException>(), $"cut at {length}");
        }
    }

    [Test]
    public void MissingFile_IsNamed() => Assert.That(
        () => RadianceHdr.Read("no-such-sky.hdr"), Throws.TypeOf<ImageFormatException>().With.Message.StartsWith("no-such-sky.hdr: "));

    private static HdrImage Decode(string resolution, params byte[] pixels) => RadianceHdr.Decode(File(resolution, pixels));

    private static byte[] File(string resolution, byte[] pixels, string extra = "") =>
        [.. Encoding.ASCII.GetBytes($"#?RADIANCE\n# a comment\nFORMAT=32-bit_rle_rgbe\n{extra}\n{resolution}\n"), .. pixels];
}
