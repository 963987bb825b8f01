using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>ISP-5: the round trip is that of an independent coder, better with more quality, and half of the colours is what 4:2:0 says.</summary>
public abstract class JpegLaws : ImagingLaws
{
    private const int Width = 203, Height = 117;

    private static readonly StageRequest[] Codes = [BenchStages.Raw(0, 255), SensorBench.Stage("isp.linearize"), SensorBench.Stage("isp.srgb")];

    // The other coder's whole-number transform rounds otherwise: here and there a coefficient takes the next step, which is large at a low quality.
    [TestCase(5, "full", 43, 40)]
    [TestCase(5, "half", 43, 40)]
    [TestCase(50, "full", 49, 12)]
    [TestCase(50, "half", 49, 12)]
    [TestCase(75, "full", 52, 8)]
    [TestCase(75, "half", 52, 8)]
    [TestCase(95, "full", 52, 6)]
    [TestCase(95, "half", 52, 6)]
    [TestCase(100, "full", 52, 5)]
    [TestCase(100, "half", 52, 5)]
    public void Isp5_TheRoundTripIsThatOfAnIndependentCoder(int quality, string chroma, double decibels, double codes)
    {
        SignalImage scene = Scene(), before = Measure(scene, Codes), after = Measure(scene, [.. Codes, Jpeg(quality, chroma)]);
        SignalImage expected = TurboJpegCodec.RoundTrip(Bytes(before), Width, Height, quality, chroma == "half").Image;
        double worst = SensorBench.Samples(after).Zip(SensorBench.Samples(expected), (a, b) => Math.Abs(a - b)).Max() * 255;
        Assert.Multiple(() =>
        {
            Acceptance.Exceeds($"ISP-5 agreement with libjpeg-turbo, quality {quality}, {chroma} colours, dB", Psnr(after, expected), decibels, "203×117");
            Acceptance.StaysBelow($"ISP-5 largest difference from libjpeg-turbo, quality {quality}, {chroma} colours, codes", worst, codes, "203×117");
        });
    }

    [TestCase("full")]
    [TestCase("half")]
    public void Isp5_MoreQualityIsCloserToThePicture(string chroma)
    {
        SignalImage scene = Scene(), before = Measure(scene, Codes);
        double[] likeness = [.. new[] { 5, 20, 40, 60, 80, 95 }.Select(quality => Psnr(Measure(scene, [.. Codes, Jpeg(quality, chroma)]), before))];
        double least = likeness.Zip(likeness.Skip(1), (worse, better) => better - worse).Min();
        Acceptance.Exceeds($"ISP-5 least gain of quality, {chroma} colours, dB", least, 0, "6 qualities");
    }

    [Test]
    public void Isp5_HalfTheColoursBlurColoursAndLeaveGreyAlone()
    {
        // Columns of one pixel: red and green alternate at almost the same luma.
        SignalImage stripes = Picture(64, 64, (x, _) => x % 2 == 0 ? new(200, 60, 60) : new(40, 141, 60));
        double Contrast(string chroma)
        {
            SignalImage image = Measure(stripes, [.. Codes, Jpeg(100, chroma)]);
            return Math.Abs(image[32, 32].R - image[33, 32].R);
        }

        SignalImage grey = Picture(64, 64, (x, y) => ((x * 37) + (y * 59)) % 256 * new Rgb(1, 1, 1));
        Rgb[] full = Measure(grey, [.. Codes, Jpeg(80, "full")]).Pixels.ToArray(), half = Measure(grey, [.. Codes, Jpeg(80, "half")]).Pixels.ToArray();
        Assert.Multiple(() =>
        {
            Acceptance.StaysBelow("ISP-5 contrast of coloured stripes, 4:2:0 over 4:4:4", Contrast("half") / Contrast("full"), 0.2, "64×64");
            Acceptance.Holds("ISP-5 grey pixels that differ between 4:2:0 and 4:4:4", full.Zip(half).Count(pair => pair.First != pair.Second), 0, 0, "64×64");
        });
    }

    private static StageRequest Jpeg(int quality, string chroma) => SensorBench.Stage("isp.jpeg", ("quality", quality), ("chroma", chroma));

    // Ramps, an edge and texture, of a size that leaves parts of blocks over.
    private static SignalImage Scene() => Picture(Width, Height, (x, y) =>
    {
        double wave = 60 * Math.Sin(0.002 * x * y), edge = x > 90 + (y / 4) ? 80 : 0;
        return new(Math.Clamp(60 + (x / 2.0) + wave, 0, 255), Math.Clamp(30 + y + edge, 0, 255), Math.Clamp(200 - (x / 2.0) - (wave / 2) + (edge / 3), 0, 255));
    });

    private static byte[] Bytes(SignalImage image) => [.. SensorBench.Samples(image).Select(value => (byte)Math.Floor((255 * value) + 0.5))];

    private static double Psnr(SignalImage a, SignalImage b) =>
        -10 * Math.Log10(Math.Max(1e-12, SensorBench.Samples(a).Zip(SensorBench.Samples(b), (x, y) => (x - y) * (x - y)).Average()));
}
