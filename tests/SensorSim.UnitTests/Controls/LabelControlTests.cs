using SensorSim.Style;
using SensorSim.Video.Controls;
using SensorSim.Video;

namespace SensorSim.UnitTests.Controls;

/// <summary>Control videos that are made of labels.</summary>
public sealed class LabelControlTests
{
    [Test]
    public void DepthIsStraightInOneOverZ_OverTheWholeVideo_NearerIsBrighter()
    {
        StyleFrame[] frames = [Frame(0) with { DepthMetres = [1f, 2f, 4f] }, Frame(1) with { DepthMetres = [5f, 2.5f, 4f] }];
        var control = new DepthControl(frames);

        // 1/z from 0.2 to 1.
        Assert.That(Grey(control.Of(frames[0])), Is.EqualTo([255, 96, 16]));
        Assert.That(Grey(control.Of(frames[1])), Is.EqualTo([0, 64, 16]));
    }

    [Test]
    public void WhatIsNotThereIsInfinitelyFar()
    {
        StyleFrame frame = Frame(0) with { DepthMetres = [0f, 2f, 4f] };

        Assert.That(Grey(new DepthControl([frame]).Of(frame)), Is.EqualTo([0, 255, 128]));
    }

    [TestCase(3f, 255)]
    [TestCase(0f, 0)]
    public void OneDistanceEverywhereIsWhite_NothingIsBlack(float metres, int code)
    {
        StyleFrame frame = Frame(0) with { DepthMetres = [metres, metres, metres] };

        Assert.That(Grey(new DepthControl([frame]).Of(frame)), Is.All.EqualTo(code));
    }

    [Test]
    public void InstancesHaveOneColourThroughTheVideo_TheLargestTheFirst_OnBlack()
    {
        StyleFrame[] frames = [Frame(0) with { Instances = [0, 7, 3] }, Frame(1) with { Instances = [3, 3, 9] }];
        var control = new SegmentationControl(frames);
        byte[] first = control.Of(frames[0]).Samples.ToArray(), second = control.Of(frames[1]).Samples.ToArray();

        Assert.That(first[..3], Is.All.Zero);
        Assert.That(first[6..], Is.EqualTo(new byte[] { 255, 0, 0 }), "instance 3 has the most pixels: it gets the first colour");
        Assert.That(second, Is.EqualTo((byte[])[255, 0, 0, 255, 0, 0, .. second[6..]]));
        Assert.That(second[6..], Is.Not.EqualTo(first[3..6]));
    }

    [Test]
    public void AHundredColoursAreFarApartAndNoneIsNearBlack()
    {
        var frame = new StyleFrame("f", 0, 0, "c", 0, new StyleImage(200, 1)) { Instances = [.. Enumerable.Range(0, 200).Select(i => (ushort)Math.Min(i, 100))] };
        byte[] samples = new SegmentationControl([frame]).Of(frame).Samples.ToArray();
        byte[][] colours = [.. samples.Chunk(3).Skip(1).Take(100)];

        double closest = (from i in Enumerable.Range(0, 100) from j in Enumerable.Range(0, i) select colours[i].Zip(colours[j], (a, b) => Math.Abs(a - b)).Max()).Min();
        Assert.That(closest, Is.GreaterThan(6));
        Assert.That(colours.Select(colour => colour.Max()), Is.All.GreaterThan(120));
    }

    [Test]
    public void AMaskIsWhereInstancesAre()
    {
        Assert.That(Grey(SegmentationControl.MaskOf(Frame(0) with { Instances = [0, 7, 65535] })), Is.EqualTo([0, 255, 255]));
    }

    [Test]
    public void AMissingLabelIsTold()
    {
        StyleException depth = Assert.Throws<StyleException>(() => new DepthControl([Frame(0)]).Of(Frame(0)))!, ids = Assert.Throws<StyleException>(() => new SegmentationControl([Frame(0)]).Of(Frame(0)))!;

        Assert.That(depth.Message, Does.StartWith("000000_0000_front has no depth").And.Contain("--labels default"));
        Assert.That(ids.Message, Does.Contain("no instance ids"));
        Assert.That(depth.IsRequestWrong && ids.IsRequestWrong);
    }

    private static StyleFrame Frame(int step) => new($"000000_{step:D4}_front", 0, step, "front", step / 10.0, new StyleImage(3, 1));

    private static int[] Grey(VideoFrame frame)
    {
        Assert.That(frame.Samples.ToArray().Chunk(3), Is.All.Matches<byte[]>(pixel => pixel![0] == pixel[1] && pixel[1] == pixel[2]));
        return [.. frame.Samples.ToArray().Chunk(3).Select(pixel => (int)pixel[0])];
    }
}
