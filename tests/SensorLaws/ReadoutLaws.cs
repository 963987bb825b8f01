using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>ROW-1, ELD-1, LIN-1 and the rest of the way from charge to numbers.</summary>
public abstract class ReadoutLaws : SensorLaws
{
    private const double Gain = 8;

    // 8 DN/e-: what is measured is not the converter's rounding.
    private static readonly SensorParts Dark = SensorParts.Counter
        .With("sensor.cfa").With("sensor.shot-noise", ("poisson", false)).With("sensor.gain", ("gain_dn_per_electron", Gain)).With("sensor.black-level", ("black_level_dn", 1000));

    [TestCase("sensor.row-noise", false)]
    [TestCase("sensor.column-noise", true)]
    public void Row1_TheNoiseOfLinesComesBack(string use, bool columns)
    {
        const int lines = 2160, length = 64, frames = 8;
        const double sigma = 1.5, pixel = 3;
        SensorChain chain = Dark.With("sensor.read-noise", ("read_noise_electrons", pixel)).With(use, ("temporal_electrons", sigma), ("fixed_electrons", 0)).Raw();
        double sum = 0;
        for (uint step = 0; step < frames; step++)
        {
            double[] means = LineMeans(Run(chain, SensorBench.Frame(columns ? lines : length, columns ? length : lines, step: step), (_, _) => 0), columns);
            sum += Moments.Of(means).Variance / (Gain * Gain);
        }

        Holds($"ROW-1 {use}, e-", Math.Sqrt((sum / frames) - (pixel * pixel / length)), sigma, 0.05 * sigma);
    }

    [TestCase("sensor.row-noise", false)]
    [TestCase("sensor.column-noise", true)]
    public void Row1_TheFixedPartStaysAndTheOtherGoes(string use, bool columns)
    {
        double[] Means(SensorParts parts, uint step) => LineMeans(Run(parts.Raw(), SensorBench.Frame(Side, Side, step: step), (_, _) => 0), columns);
        SensorParts still = Dark.With(use, ("temporal_electrons", 0), ("fixed_electrons", 2)), moving = Dark.With(use, ("temporal_electrons", 2), ("fixed_electrons", 0));
        Assert.Multiple(() =>
        {
            Holds("ROW-1 fixed lines that move", Means(still, 0).Zip(Means(still, 1)).Count(pair => pair.First != pair.Second), 0, 0);
            Holds($"{use}, fixed, e-", Math.Sqrt(Moments.Of(Means(still, 0)).Variance) / Gain, 2, 4 * 2 / Math.Sqrt(2.0 * Side));
            Holds($"{use}, temporal, next frame", Moments.Correlation(Means(moving, 0), Means(moving, 1)), 0, 4 / Math.Sqrt(Side));
        });
    }

    [TestCase(-0.065)]
    [TestCase(0.102)]
    [TestCase(0)]
    [TestCase(0.5)]
    public void Eld1_TukeyLambdaHasItsStandardDeviationAndItsTails(double lambda)
    {
        const double scale = 10;
        SensorChain chain = Dark.With("sensor.read-noise", ("law", "tukey_lambda"), ("lambda", lambda), ("read_noise_electrons", scale)).Raw();
        double[] electrons = [.. Flat(chain, SensorBench.Frame(Side, Side), 0).Select(dn => (dn - 1000) / Gain)];
        double[] wide = [.. Flat(chain, SensorBench.Frame(Side, Side, step: 1), 0).Select(dn => (dn - 1000) / Gain), .. electrons];
        Moments moments = Moments.Of(wide);
        double variance = moments.Variance, kurtosis = wide.Average(x => Math.Pow(x - moments.Mean, 4)) / (variance * variance);
        double expected = scale * StandardDeviation(lambda);
        Assert.Multiple(() =>
        {
            Holds($"ELD-1 standard deviation, λ = {lambda}, e-", Math.Sqrt(variance), expected, 0.01 * expected);
            Assert.That(Math.Sign(kurtosis - 3), Is.EqualTo(lambda < 0.14 ? 1 : -1), $"excess kurtosis {kurtosis - 3}");
        });
    }

    [Test]
    public void Eld1_TheFormulaIsThatOfThePaper() =>
        Assert.That(7.038 * StandardDeviation(-0.065), Is.EqualTo(14.36).Within(0.01), "Sony's A7S II at ISO 12800");

    [Test]
    public void Lin1_TheMeanIsLinear()
    {
        SensorChain chain = SensorParts.Linear.With("sensor.cfa").Raw();
        Exposure exposure = SensorBench.Frame(1, 1).Exposure;
        double saturation = chain.SaturationLuxSeconds(100) / exposure.LuxSecondsPerNit;
        double[] levels = [.. Enumerable.Range(0, 10).Select(i => 0.05 + (0.1 * i))];
        double[] means = [.. levels.Select((level, i) => Flat(chain, SensorBench.Frame(Side, Side, step: (uint)i), level * saturation).Average() - 256)];
        double slope = levels.Zip(means, (x, y) => x * y).Sum() / levels.Sum(x => x * x);
        double worst = levels.Zip(means, (x, y) => Math.Abs((y / (slope * x)) - 1)).Max();
        Holds("LIN-1 largest error from 5% to 95%", worst, 0, 0.002);
    }

    [Test]
    public void Q1_ConversionRoundsAndClipsExactly()
    {
        // A quarter of a number from pixel to pixel, from below black to beyond white.
        SensorParts parts = SensorParts.Counter.With("sensor.shot-noise", ("poisson", false)).With("sensor.black-level", ("black_level_dn", 3)).With("sensor.adc", ("bits", 10));
        double perNit = SensorBench.ElectronsPerNit(0.01, 2);
        SignalImage image = Run(parts.Raw(), SensorBench.Frame(4400, 1), (x, _) => (x + 0.01) / 4 / perNit);
        double[] expected = [.. Enumerable.Range(0, 4400).Select(x => Math.Min(Math.Floor(((x + 0.01) / 4) + 3.5), 1023))];
        int wrong = image.Pixels.ToArray().Zip(expected).Count(pair => pair.First.G != pair.Second);
        Holds("Q-1 wrong codes of the parts, from black to beyond white", wrong, 0, 0, "4400");
    }

    [TestCase(100, 0.5)]
    [TestCase(400, 2)]
    [TestCase(800, 12)]
    [TestCase(1600, 24)]
    public void TheHighConversionGainBeginsAtItsSpeed(double iso, double expected)
    {
        SensorChain chain = SensorParts.Counter.With("sensor.shot-noise", ("poisson", false))
            .With("sensor.gain", ("gain_dn_per_electron", 0.5), ("high_gain_factor", 3), ("high_gain_iso", 800)).Raw();
        Exposure exposure = Exposure.Physical(0, 0.01, 0, 2, iso);
        double nit = 1000 / SensorBench.ElectronsPerNit(0.01, 2);
        Assert.That(Flat(chain, SensorBench.Frame(8, 8, exposure), nit).Average(), Is.EqualTo(256 + (1000 * expected)).Within(1));
    }

    [Test]
    public void CompandingFollowsItsCurveAndBackAgain()
    {
        SensorParts squeezed = SensorParts.Counter.With("sensor.shot-noise", ("poisson", false)).With("sensor.black-level", ("black_level_dn", 0)).With("sensor.companding");
        SensorChain squeeze = squeezed.Raw();
        SensorChain both = SensorBench.Raw([.. squeezed.Requests(), SensorBench.Stage("sensor.companding", ("expand", true))]);
        const int width = 8000;
        double perNit = SensorBench.ElectronsPerNit(0.01, 2);
        double Linear(int x) => x * 65535.0 / width;
        double[] y = [.. Run(squeeze, SensorBench.Frame(width, 1), (x, _) => Linear(x) / perNit).Pixels.ToArray().Select(pixel => pixel.R)];
        double[] back = [.. Run(both, SensorBench.Frame(width, 1), (x, _) => Linear(x) / perNit).Pixels.ToArray().Select(pixel => pixel.R)];
        double Curve(double x) => x <= 1024 ? x : x <= 9216 ? 1024 + ((x - 1024) / 8) : 2048 + ((x - 9216) / 32);
        double Step(double x) => x <= 1024 ? 1 : x <= 9216 ? 8 : 32;
        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(0, width).Max(x => Math.Abs(y[x] - Curve(Linear(x)))), Is.LessThan(1.51), "within the rounding of converter and curve");
            Assert.That(y[^1], Is.LessThan(4096));
            Assert.That(Enumerable.Range(0, width).Max(x => Math.Abs(back[x] - Linear(x)) / (1 + (Step(Linear(x)) / 2))), Is.LessThan(1.01));
        });
    }

    // σ √(2/λ² (1/(1+2λ) − Γ(λ+1)²/Γ(2λ+2))); λ = 0 is the logistic distribution.
    private static double StandardDeviation(double lambda) => lambda == 0
        ? Math.PI / Math.Sqrt(3)
        : Math.Sqrt(2 / (lambda * lambda) * ((1 / (1 + (2 * lambda))) - (Math.Pow(Gamma(lambda + 1), 2) / Gamma((2 * lambda) + 2))));

    // Lanczos' approximation, g = 7, nine terms.
    private static double Gamma(double x)
    {
        double[] terms =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
            12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        double sum = terms[0], t = x + 6.5;
        for (int i = 1; i < terms.Length; i++)
        {
            sum += terms[i] / (x - 1 + i);
        }

        return Math.Sqrt(Math.Tau) * Math.Pow(t, x - 0.5) * Math.Exp(-t) * sum;
    }

    private static double[] LineMeans(SignalImage image, bool columns)
    {
        double[] sums = new double[columns ? image.Width : image.Height];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                sums[columns ? x : y] += image[x, y].R;
            }
        }

        return [.. sums.Select(sum => sum / (columns ? image.Height : image.Width))];
    }
}
