using SensorSim.Style;
using SensorSim.Video.Controls;
using SensorSim.Video;

namespace SensorSim.UnitTests.Controls;

public sealed class BlurControlTests
{
    private const string ReadPicture = """
        import sys, cv2, numpy as np
        w, h = map(int, sys.argv[1:3])
        picture = np.frombuffer(sys.stdin.buffer.read(), np.uint8).reshape(h, w, 3)
        write = lambda p: sys.stdout.buffer.write(np.ascontiguousarray(p).tobytes())
        from PIL import Image
        def cubic(p, w, h): # without rounding between the two directions, as PyTorch does it
            return np.dstack([np.rint(np.clip(np.array(Image.fromarray(p[:, :, c].astype(np.float32)).resize((w, h), Image.BICUBIC)), 0, 255)) for c in range(3)]).astype(np.uint8)

        """;

    [Test]
    public void AFlatPictureStaysAsItIs([Values] ControlStrength strength)
    {
        VideoFrame flat = TestPictures.Plain(50, 34, (_, _) => (120, 40, 250));

        Assert.That(BlurControl.Of(flat, strength).Samples.ToArray(), Is.EqualTo(flat.Samples.ToArray()));
    }

    [Test]
    public void ABilateralFilterTakesTheNoiseAndLeavesTheEdge()
    {
        VideoFrame smooth = BilateralFilter.Of(TestPictures.Plain(24, 24, (x, y) => x < 12 ? (50 + (4 * ((x + y) % 2)), 0, 0) : (250, 0, 0)), 5, 20, 10);

        Assert.That((int)smooth.Samples[3 * ((12 * 24) + 11)], Is.InRange(51, 53));
        Assert.That((int)smooth.Samples[3 * ((12 * 24) + 12)], Is.EqualTo(250));
    }

    [TestCase(30, 150, 100)]
    [TestCase(9, 75, 75)]
    public void ItIsOpenCVsWithinOneCode(int diameter, int sigmaColor, int sigmaSpace)
    {
        VideoFrame picture = TestPictures.Shapes(87, 51, 2);
        byte[] theirs = Ask("write(cv2.bilateralFilter(picture, *map(int, sys.argv[3:])))", picture, $"{diameter}", $"{sigmaColor}", $"{sigmaSpace}");

        Assert.That(Worst(BilateralFilter.Of(picture, diameter, sigmaColor, sigmaSpace), theirs), Is.LessThanOrEqualTo(1));
    }

    [TestCase(ResizeFilter.Area, "cv2.INTER_AREA", 40, 25)]
    [TestCase(ResizeFilter.Area, "cv2.INTER_AREA", 21, 13)]
    [TestCase(ResizeFilter.Triangle, "cv2.INTER_LINEAR", 301, 240)]
    public void ResizingIsOpenCVsWithinOneCode(ResizeFilter filter, string name, int width, int height)
    {
        VideoFrame picture = TestPictures.Shapes(87, 51, 3);
        byte[] theirs = Ask($"write(cv2.resize(picture, tuple(map(int, sys.argv[3:])), interpolation={name}))", picture, $"{width}", $"{height}");

        Assert.That(Worst(VideoFrame.Of(picture.ToStyleImage().Resized(width, height, filter)), theirs), Is.LessThanOrEqualTo(1));
    }

    [TestCase(8, 5)]
    [TestCase(200, 150)]
    public void CubicResizingIsPillowsWithinOneCode(int width, int height)
    {
        VideoFrame picture = TestPictures.Shapes(87, 51, 4);
        byte[] theirs = Ask("write(cubic(picture, *map(int, sys.argv[3:])))", picture, $"{width}", $"{height}");

        Assert.That(Worst(VideoFrame.Of(picture.ToStyleImage().Resized(width, height, ResizeFilter.Cubic)), theirs), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void AllStepsTogetherAreWhatOpenCVAndPillowMakeOfThem([Values] ControlStrength strength)
    {
        const string Steps = """
            before, after = map(int, sys.argv[3:])
            p = cv2.resize(picture, (w // before, h // before), interpolation=cv2.INTER_AREA)
            p = cv2.resize(cv2.bilateralFilter(p, 30, 150, 100), (w, h), interpolation=cv2.INTER_LINEAR)
            write(cubic(cubic(p, w // after, h // after), w, h))
            """;
        (int before, int after) = new[] { (1, 4), (4, 4), (2, 10), (1, 16), (4, 16) }[(int)strength];
        VideoFrame picture = TestPictures.Shapes(170, 98, 5);
        byte[] theirs = Ask(Steps, picture, $"{before}", $"{after}");

        Assert.That(Worst(BlurControl.Of(picture, strength), theirs), Is.LessThanOrEqualTo(2));
        Assert.That(Worst(picture, theirs), Is.GreaterThan(30), "the test would pass without any blur");
    }

    private static byte[] Ask(string steps, VideoFrame picture, params string[] arguments) =>
        PythonPeer.Run("cv2*.so", "python3-opencv", ReadPicture + steps, picture.Samples.ToArray(), [$"{picture.Width}", $"{picture.Height}", .. arguments]);

    private static int Worst(VideoFrame ours, byte[] theirs)
    {
        Assert.That(theirs, Has.Length.EqualTo(ours.Samples.Length));
        return ours.Samples.ToArray().Zip(theirs, (a, b) => Math.Abs(a - b)).Max();
    }
}
