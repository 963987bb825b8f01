using SensorSim.Video.Controls;
using SensorSim.Video;

namespace SensorSim.UnitTests.Controls;

public sealed class CannyEdgesTests
{
    [Test]
    public void AStepIsOneLine_OneInAllChannels()
    {
        VideoFrame edges = CannyEdges.Of(TestPictures.Plain(16, 8, (x, _) => x < 8 ? (10, 10, 10) : (200, 200, 200)), ControlStrength.Medium);

        Assert.That(edges.Samples.ToArray(), Is.EqualTo(TestPictures.Plain(16, 8, (x, _) => x == 7 ? (255, 255, 255) : (0, 0, 0)).Samples.ToArray()));
    }

    [TestCase(ControlStrength.VeryLow, 12, false)]
    [TestCase(ControlStrength.VeryLow, 13, true)]
    [TestCase(ControlStrength.Low, 25, false)]
    [TestCase(ControlStrength.Low, 26, true)]
    [TestCase(ControlStrength.Medium, 50, false)]
    [TestCase(ControlStrength.Medium, 51, true)]
    [TestCase(ControlStrength.High, 75, false)]
    [TestCase(ControlStrength.High, 76, true)]
    [TestCase(ControlStrength.VeryHigh, 100, false)]
    [TestCase(ControlStrength.VeryHigh, 101, true)]
    public void AStepIsSeenAboveAQuarterOfTheHighThreshold(ControlStrength strength, int step, bool isSeen)
    {
        VideoFrame edges = CannyEdges.Of(TestPictures.Plain(16, 8, (x, _) => (30, x < 8 ? 20 : 20 + step, 30)), strength);

        Assert.That(edges.Samples.ToArray().Any(code => code == 255), Is.EqualTo(isSeen));
    }

    [Test]
    public void AWeakEdgeStaysWhereItHangsTogetherWithAStrongOne()
    {
        VideoFrame hanging = CannyEdges.Of(TestPictures.Plain(16, 16, (x, y) => x < 8 ? (0, 0, 0) : y < 8 ? (90, 0, 0) : (40, 0, 0)), 100, 200);
        VideoFrame alone = CannyEdges.Of(TestPictures.Plain(16, 16, (x, _) => x < 8 ? (0, 0, 0) : (40, 0, 0)), 100, 200);

        Assert.That(hanging.Samples[3 * ((14 * 16) + 7)], Is.EqualTo(255));
        Assert.That(alone.Samples.ToArray(), Is.All.Zero);
    }

    [Test]
    public void TheyAreOpenCVsToTheBit([Values] ControlStrength strength, [Values(0, 1)] int number)
    {
        const string Program = """
            import sys, cv2, numpy as np
            w, h, low, high = map(int, sys.argv[1:])
            picture = np.frombuffer(sys.stdin.buffer.read(), np.uint8).reshape(h, w, 3)
            sys.stdout.buffer.write(np.repeat(cv2.Canny(picture, low, high)[:, :, None], 3, 2).tobytes())
            """;
        (int low, int high) = new[] { (20, 50), (50, 100), (100, 200), (200, 300), (300, 400) }[(int)strength];
        VideoFrame picture = TestPictures.Shapes(161, 93, number);

        byte[] theirs = PythonPeer.Run("cv2*.so", "python3-opencv", Program, picture.Samples.ToArray(), "161", "93", $"{low}", $"{high}");

        Assert.That(CannyEdges.Of(picture, strength).Samples.ToArray(), Is.EqualTo(theirs));
        Assert.That(theirs.Count(code => code == 255), strength == ControlStrength.VeryHigh ? Is.GreaterThan(0) : Is.GreaterThan(300));
    }
}
