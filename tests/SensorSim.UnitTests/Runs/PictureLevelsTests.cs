using SensorSim.Hosting.Runs;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Runs;

public sealed class PictureLevelsTests
{
    [TestCase(2, true, "nearly all black: mean level 2 of 255, 100 % of the pixels of one picture below 10; give its exposure a longer time_s")]
    [TestCase(2, false, "nearly all black: mean level 2 of 255, 100 % of the pixels of one picture below 10; look at the camera's pose (behind a wall it is dark), at the scene's light (environment.intensity")]
    [TestCase(255, true, "nearly all white: mean level 255 of 255, 100 % of the pixels of one picture at or above 250; give its exposure a shorter time_s")]
    public void PicturesOfOneLevel_AreNamedWithWhatToChange(byte level, bool isExposed, string expected) =>
        Assert.That(PictureLevels.Of(Of(new byte[300].Select(_ => level))).Warning("front", isExposed), Does.StartWith($"the pictures of front are {expected}"));

    [TestCase(10)]
    [TestCase(128)]
    [TestCase(249)]
    public void WhatCanBeTold_IsNoCause(byte level) => Assert.That(PictureLevels.Of(Of(new byte[300].Select(_ => level))).Warning("front", true), Is.Null);

    [TestCase(3, null)]
    [TestCase(2, "mean level")]
    public void AFewLightPixels_AreNotEnough(int percent, string? expected)
    {
        PictureLevels levels = PictureLevels.Of(Of(Enumerable.Range(0, 300).Select(i => (byte)(i / 3 < percent ? 200 : 0))));
        Assert.That(levels.Warning("front", true), expected is null ? Is.Null : Does.Contain(expected));
    }

    [TestCase(50, null)]
    [TestCase(51, "the pictures of front are for the most part white: mean level")]
    [TestCase(98, "the pictures of front are nearly all white: mean level")]
    public void MoreThanHalfAPictureWhite_IsHardlyMeant(int percent, string? expected)
    {
        PictureLevels levels = PictureLevels.Of(Of(Enumerable.Range(0, 300).Select(i => (byte)(i / 3 < percent ? 255 : 90))));
        Assert.That(levels.Warning("front", true), expected is null ? Is.Null : Does.StartWith(expected));
    }

    // A sensor lifts single pixels of a picture that shows nothing.
    [Test]
    public void NoiseDoesNotHideABlackPicture()
    {
        var random = new Random(3);
        PictureLevels levels = PictureLevels.Of(Of(Enumerable.Range(0, 30_000).Select(_ => (byte)Math.Max(0, 24 * (random.NextDouble() + random.NextDouble() - 1.2)))));
        Assert.That(levels.Dark, Is.LessThan(PictureLevels.NearlyAll * levels.Pixels));
        Assert.That(levels.Warning("front", true), Does.Contain("nearly all black").And.Contain("an .hdr gives 1 nit for each of its units"));
    }

    [Test]
    public void OneColouredChannel_IsNeitherBlackNorWhite()
    {
        Assert.That(PictureLevels.Of(Of(Enumerable.Range(0, 300).Select(i => (byte)(i % 3 == 0 ? 40 : 0)))).Warning("front", true), Is.Null);
        Assert.That(PictureLevels.Of(Of(Enumerable.Range(0, 300).Select(i => (byte)(i % 3 == 0 ? 200 : 255)))).Warning("front", true), Is.Null);
    }

    [Test]
    public void TheWholeRunCounts_NotOnePicture()
    {
        var black = PictureLevels.Of(Of(new byte[300]));
        var grey = PictureLevels.Of(Of(new byte[300].Select(_ => (byte)90)));
        Assert.That((black + grey).Warning("front", true), Is.Null);
        Assert.That((black + black).Warning("front", true), Does.Contain("mean level 0 of 255, 100 % of the pixels of 2 pictures below 10"));
        Assert.That((black + grey).Mean, Is.EqualTo(45));
    }

    [Test]
    public void RawPictures_AreOfAnyScale() =>
        Assert.That(PictureLevels.Of(new(10, 10, 1, SampleType.UInt16, new byte[200])).Warning("front", true), Is.Null);

    private static PixelPlane Of(IEnumerable<byte> bytes) => new(10, 10, 3, SampleType.UInt8, bytes.ToArray());
}
