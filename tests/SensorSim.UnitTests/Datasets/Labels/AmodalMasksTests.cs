using SensorSim.Datasets;
using SensorSim.Datasets.Labels;
using SensorSim.Signals;
using SensorSim.UnitTests.Datasets.Images;

namespace SensorSim.UnitTests.Datasets.Labels;

public class AmodalMasksTests
{
    private static readonly PixelPlane s_plane = Planes.Of(5, 3,
        1, 2, 2, 0, 0,
        1, 2, 2, 0, 0,
        0, 0, 0, 0, 0);

    [Test]
    public void HiddenPixelsBelongToTheMask()
    {
        // Alone, object 1 covers two columns more in row 1.
        var solo = new SoloMask(0, 1, 3, 1, new byte[] { 0b111 });
        ObjectRecord record = Describe(1, new() { [1] = solo }, []);
        Assert.That(Mask(record), Is.EqualTo(new byte[] { 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0 }));
        Assert.That(record.BboxAmodal, Is.EqualTo(new[] { 0.0, 0, 3, 2 }));
        Assert.That(record.Visibility, Is.EqualTo(0.5), "the visible pixels' share of the mask");
    }

    [Test]
    public void WithoutASoloMask_TheVisiblePixelsAreTheMask()
    {
        ObjectRecord record = Describe(2, [], []);
        Assert.That(Mask(record), Is.EqualTo(new byte[] { 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0 }));
        Assert.That(record.BboxAmodal, Is.EqualTo(record.BboxTight));
    }

    [Test]
    public void BoxReachesOutsideTheImage_TheMaskDoesNot()
    {
        var beyond = new SoloMask(-3, -1, 3, 2, new byte[] { 0b000_010 });
        ObjectRecord record = Describe(1, [], new() { [1] = beyond });
        Assert.That(record.BboxAmodal, Is.EqualTo(new[] { -2.0, -1, 3, 3 }));
        Assert.That(Mask(record).Count(pixel => pixel == 1), Is.EqualTo(2));
    }

    [Test]
    public void ObjectWithoutAnyPixel_HasNeither_AndOneOutsideOnlyABox()
    {
        Assert.That(Describe(9, [], []), Has.Property(nameof(ObjectRecord.Amodal)).Null.And.Property(nameof(ObjectRecord.BboxAmodal)).Null);
        ObjectRecord outside = Describe(9, [], new() { [9] = new(5, 0, 1, 1, new byte[] { 1 }) });
        Assert.That((outside.Amodal, outside.BboxAmodal![0]), Is.EqualTo(((MaskRecord?)null, 5.0)));
    }

    [Test]
    public void Contains_IsSetInclusion([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        byte[] a = new byte[35], b = new byte[35];
        for (int i = 0; i < 35; i++)
        {
            a[i] = (byte)(random.Next(3) > 0 ? 1 : 0);
            b[i] = (byte)(random.Next(seed % 2 == 0 ? 2 : 40) == 0 ? 1 : a[i] * random.Next(2));
        }

        RunLengthMask MaskOf(byte[] pixels) => RunLengthMask.OfId([.. pixels.Select(p => (ushort)p)], 7, 5, 1);
        Assert.That(MaskOf(a).Contains(MaskOf(b)), Is.EqualTo(a.Zip(b).All(pair => pair.First >= pair.Second)));
        Assert.That(MaskOf(a).Contains(MaskOf(a)));
    }

    [Test]
    public void ZeroRunsInTheMiddleChangeNothing()
    {
        var split = new RunLengthMask(1, 6, [1, 2, 0, 2, 1]);
        Assert.That(split.Contains(new(1, 6, [1, 4, 1])));
        Assert.That(split.Contains(new(1, 6, [0, 5, 1])), Is.False);
        Assert.That(new RunLengthMask(1, 6, [1, 4, 1]).Contains(split));
    }

    [TestCase(0, 0, "left,top")]
    [TestCase(1, 1, "")]
    [TestCase(4, 2, "right,bottom")]
    public void BordersAreThoseThatPixelsLieAt(int x, int y, string expected) =>
        Assert.That(new IdExtent(1, x, y, x, y).Touches(5, 3), Is.EqualTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    private static ObjectRecord Describe(int id, Dictionary<int, SoloMask> inside, Dictionary<int, SoloMask> outside)
    {
        IdExtent visible = TightBoxes.Of(s_plane)[id];
        var record = new ObjectRecord(id, 1, "thing", 0, [], visible.Box, null, visible.Pixels, 1, 0, null);
        return new AmodalMasks(s_plane, inside, outside).Describe(record, visible);
    }

    private static byte[] Mask(ObjectRecord record) => RunLengthMask.Decode(3, 5, record.Amodal!.Counts).ToPixels();
}
