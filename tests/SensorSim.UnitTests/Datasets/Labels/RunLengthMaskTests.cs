using SensorSim.Datasets.Labels;

namespace SensorSim.UnitTests.Datasets.Labels;

public class RunLengthMaskTests
{
    // Vectors of pycocotools' and rust-cocotools' tests.
    [TestCase(new uint[] { 0, 6, 1, 3 }, "061M")]
    [TestCase(new uint[] { 0, 6, 1 }, "061")]
    [TestCase(new uint[] { 0, 6, 1, 1 }, "061K")]
    [TestCase(new uint[] { 0, 6, 1, 5 }, "061O")]
    [TestCase(new uint[] { 0, 6, 1, 6 }, "0610")]
    [TestCase(new uint[] { 0, 1, 1, 2, 1, 3, 1, 4, 1 }, "011101010")]
    [TestCase(new uint[] { 0, 1024 }, "0PP1")]
    public void CompressedStringsAreCocos(uint[] counts, string expected)
    {
        int pixels = (int)counts.Sum(c => c);
        var mask = new RunLengthMask(pixels, 1, counts);

        Assert.That(mask.Encode(), Is.EqualTo(expected));
        Assert.That(RunLengthMask.Decode(pixels, 1, expected).Counts, Is.EqualTo(counts));
    }

    [Test]
    public void AnyMaskSurvives_WithItsAreaAndBox([Range(1, 30)] int seed)
    {
        var random = new Random(seed);
        int width = random.Next(1, 40), height = random.Next(1, 40);
        ushort[] ids = [.. Enumerable.Range(0, width * height).Select(_ => (ushort)random.Next(0, 3))];

        RunLengthMask mask = RunLengthMask.OfId(ids, width, height, 2);
        RunLengthMask read = RunLengthMask.Decode(height, width, mask.Encode());

        Assert.That(read.ToPixels(), Is.EqualTo(ids.Select(id => (byte)(id == 2 ? 1 : 0))));
        Assert.That(mask.Area, Is.EqualTo(ids.Count(id => id == 2)));
        Assert.That(mask.Box(), Is.EqualTo(TightBoxes.Of(ids, width)[2].Box ?? [0, 0, 0, 0]));
    }

    [TestCase("0")]
    [TestCase("0P")]
    [TestCase("~~~")]
    [TestCase("PPPPPPPPPPPPPPPPP")]
    public void OtherStringsAreRefused(string counts) =>
        Assert.That(() => RunLengthMask.Decode(2, 2, counts), Throws.TypeOf<FormatException>());
}
