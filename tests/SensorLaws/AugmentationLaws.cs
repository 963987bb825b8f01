using System.Text.Json.Nodes;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>What augmentations add to a finished picture has the spread and the shares that were asked for.</summary>
public abstract class AugmentationLaws : ImagingLaws
{
    private const double Level = 0.5;

    private static readonly StageRequest[] Grey = [BenchStages.Raw(0, 4000), SensorBench.Stage("isp.linearize"), SensorBench.Stage("isp.srgb")];

    [TestCase("augment.gaussian-noise", 1.0)]
    [TestCase("augment.speckle", Level)]
    public void NoiseHasItsStandardDeviation(string use, double factor)
    {
        const double sigma = 0.06;
        double[] samples = SensorBench.Samples(Augmented(use, ("sigma", sigma)));
        Moments moments = Moments.Of(samples);
        Assert.Multiple(() =>
        {
            Holds($"{use} standard deviation", Math.Sqrt(moments.Variance), sigma * factor, 0.01 * sigma * factor);
            Holds($"{use} mean", moments.Mean, Level, 4 * sigma / Math.Sqrt(samples.Length));
        });
    }

    [Test]
    public void NoiseOfChannelsIsIndependent_UnlessItIsGrey()
    {
        Rgb[] colours = Augmented("augment.gaussian-noise", ("sigma", 0.05)).Pixels.ToArray(), grey = Augmented("augment.gaussian-noise", ("sigma", 0.05), ("grey", true)).Pixels.ToArray();
        Assert.Multiple(() =>
        {
            Holds("augment.gaussian-noise, red and blue", Moments.Correlation([.. colours.Select(p => p.R)], [.. colours.Select(p => p.B)]), 0, 4.0 / Side);
            Assert.That(grey.All(pixel => pixel.R == pixel.G && pixel.G == pixel.B));
        });
    }

    [Test]
    public void SaltAndPepperHaveTheirShares()
    {
        const double amount = 0.03, salt = 0.3;
        Rgb[] pixels = Augmented("augment.salt-pepper", ("amount", amount), ("salt", salt)).Pixels.ToArray();
        double n = pixels.Length, white = pixels.Count(pixel => pixel == new Rgb(1, 1, 1)), black = pixels.Count(pixel => pixel == default);
        Assert.Multiple(() =>
        {
            Holds("augment.salt-pepper, share of white", white / n, amount * salt, 4 * Math.Sqrt(amount * salt / n));
            Holds("augment.salt-pepper, share of black", black / n, amount * (1 - salt), 4 * Math.Sqrt(amount * (1 - salt) / n));
            Assert.That(pixels.Count(pixel => Math.Abs(pixel.G - Level) < 1e-3), Is.EqualTo(pixels.Length - white - black));
        });
    }

    [Test]
    public void NothingLeavesThePicturesRange([Values("augment.gaussian-noise", "augment.speckle")] string use) =>
        Assert.That(SensorBench.Samples(Augmented(use, ("sigma", 0.9))), Is.All.InRange(0, 1));

    private SignalImage Augmented(string use, params (string Key, JsonNode? Value)[] parameters) =>
        Measure(Picture(Side, Side, (_, _) => 4000 * SrgbCurve.Decode(Level) * new Rgb(1, 1, 1)), [.. Grey, SensorBench.Stage(use, parameters)]);
}
