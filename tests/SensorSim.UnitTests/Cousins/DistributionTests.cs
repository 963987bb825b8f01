using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using SensorSim.Randomness;
using SensorSim.Scenes.Cousins.Distributions;

namespace SensorSim.UnitTests.Cousins;

[TestFixture]
public sealed class DistributionTests
{
    private const int Count = 100_000;

    private static readonly ContinuousDistribution[] s_continuous =
    [
        new UniformDistribution(-2, 3),
        new LogUniformDistribution(0.01, 100),
        new NormalDistribution(5, 2),
        new TruncatedNormalDistribution(0, 1, -0.5, 2),
        new TruncatedNormalDistribution(0, 1, 3, 5),
        new MixtureDistribution([(3, new NormalDistribution(0, 1)), (1, new UniformDistribution(5, 9))]),
        new EmpiricalDistribution([3, 1, 4, 1.5, 5, 9, 2, 6, 8, 3.5]),
    ];

    /// <summary>Mean and variance from the textbook.</summary>
    private static readonly TestCaseData[] s_moments =
    [
        new(new UniformDistribution(-2, 3), 0.5, 25 / 12.0),
        new(new LogUniformDistribution(1, Math.E), Math.E - 1, ((Math.E * Math.E) - 1) / 2 - ((Math.E - 1) * (Math.E - 1))),
        new(new NormalDistribution(5, 2), 5.0, 4.0),
        // Half a normal: mean sqrt(2/pi), variance 1 - 2/pi.
        new(new TruncatedNormalDistribution(0, 1, 0, 40), Math.Sqrt(2 / Math.PI), 1 - (2 / Math.PI)),
        // Means and second moments of the parts, weighted.
        new(new MixtureDistribution([(3, new NormalDistribution(0, 1)), (1, new UniformDistribution(5, 9))]), 7 / 4.0, (0.75 * 1) + (0.25 * (49 + (16 / 12.0))) - (49 / 16.0)),
        // Half of it even between 0 and 1, half between 1 and 5.
        new(new EmpiricalDistribution([5, 0, 1]), 1.75, (0.5 / 3) + (0.5 * (9 + (16 / 12.0))) - (1.75 * 1.75)),
    ];

    [TestCaseSource(nameof(s_moments))]
    public void Draws_Have_The_Moments_Of_The_Textbook(ContinuousDistribution distribution, double mean, double variance)
    {
        double[] draws = Draw(distribution);
        double average = draws.Average();
        double spread = draws.Sum(x => (x - average) * (x - average)) / (Count - 1);

        // Four standard errors; the variance's from the fourth moment of the draws.
        double fourth = draws.Sum(x => Math.Pow(x - average, 4)) / Count;
        Assert.That(average, Is.EqualTo(mean).Within(4 * Math.Sqrt(variance / Count)));
        Assert.That(spread, Is.EqualTo(variance).Within(4 * Math.Sqrt((fourth - (variance * variance)) / Count)));
    }

    [TestCaseSource(nameof(s_continuous))]
    public void Draws_Follow_The_Cumulative_Function(ContinuousDistribution distribution)
    {
        double[] draws = [.. Draw(distribution).Order()];

        double distance = draws.Index().Max(d => Math.Max(
            Math.Abs(distribution.Cumulative(d.Item) - (d.Index / (double)Count)), Math.Abs(distribution.Cumulative(d.Item) - ((d.Index + 1) / (double)Count))));

        // Kolmogorov-Smirnov: 1.95 / sqrt(n) is passed by chance once in a thousand.
        Assert.That(distance, Is.LessThan(1.95 / Math.Sqrt(Count)));
    }

    [TestCaseSource(nameof(s_continuous))]
    public void The_Quantile_Inverts_The_Cumulative_Function(ContinuousDistribution distribution) => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(1, 999_999).ToArbitrary(), n =>
        {
            double share = n / 1e6;
            return Math.Abs(distribution.Cumulative(distribution.Quantile(share)) - share) < 1e-9;
        }));

    [TestCaseSource(nameof(s_continuous))]
    public void Draws_Stay_Between_The_Ends(ContinuousDistribution distribution)
    {
        double[] extremes = [Value(distribution, 1e-16), Value(distribution, 1 - 1e-16), .. Draw(distribution)];

        Assert.That(extremes, Has.All.InRange(distribution.Minimum, distribution.Maximum));
    }

    [TestCaseSource(nameof(s_continuous))]
    public void Equal_Bins_Are_Equally_Full(ContinuousDistribution distribution)
    {
        const int bins = 8;
        ContinuousDistribution binned = distribution with { EqualBins = bins };
        int[] counts = new int[binned.BinCount];
        foreach (double draw in Draw(binned))
        {
            counts[binned.BinOf(JsonValue.Create(draw))]++;
        }

        Assert.That(ChiSquare(counts), Is.LessThan(24.3), "7 degrees of freedom, once in a thousand");
    }

    [Test]
    public void Choices_Are_Equally_Frequent()
    {
        var choice = new ChoiceDistribution([.. Enumerable.Range(0, 8).Select(i => JsonValue.Create(i))]);
        int[] counts = new int[8];
        for (int i = 0; i < Count; i++)
        {
            counts[choice.BinOf(choice.ValueAt(Uniform(i)))]++;
        }

        Assert.That(ChiSquare(counts), Is.LessThan(24.3), "7 degrees of freedom, once in a thousand");
    }

    [Test]
    public void Weighted_Choices_Are_As_Frequent_As_Their_Weights()
    {
        double[] weights = [1, 2, 5, 0.5];
        var choice = new ChoiceDistribution([.. Enumerable.Range(0, 4).Select(i => JsonValue.Create(i))]) { Weights = weights };
        double[] counts = new double[4];
        for (int i = 0; i < Count; i++)
        {
            counts[choice.BinOf(choice.ValueAt(Uniform(i)))]++;
        }

        double[] expected = [.. weights.Select(weight => weight / 8.5 * Count)];
        Assert.That(counts.Zip(expected, (found, wanted) => (found - wanted) * (found - wanted) / wanted).Sum(), Is.LessThan(16.3), "3 degrees of freedom, once in a thousand");
    }

    [TestCaseSource(nameof(s_continuous))]
    public void The_Shares_Of_A_Bin_Give_Values_In_It(ContinuousDistribution distribution)
    {
        ContinuousDistribution edges = distribution with { Edges = [distribution.Quantile(0.2), distribution.Quantile(0.5), distribution.Quantile(0.9)] };
        foreach (Distribution binned in (ContinuousDistribution[])[distribution, edges])
        {
            for (int bin = 0; bin < binned.BinCount; bin++)
            {
                (double low, double high) = binned.SharesOf(bin);
                Assert.That(((double[])[0.01, 0.5, 0.99]).Select(part => binned.BinOf(binned.ValueAt(low + (part * (high - low))))), Has.All.EqualTo(bin));
            }
        }
    }

    [Test]
    public void The_Shares_Of_A_Choice_Give_It()
    {
        var choice = new ChoiceDistribution([JsonValue.Create("a"), JsonValue.Create("b"), JsonValue.Create("c")]) { Weights = [1, 0.1, 3] };
        for (int bin = 0; bin < 3; bin++)
        {
            (double low, double high) = choice.SharesOf(bin);
            Assert.That(((double[])[0.01, 0.5, 0.99]).Select(part => choice.BinOf(choice.ValueAt(low + (part * (high - low))))), Has.All.EqualTo(bin));
        }
    }

    [Test]
    public void A_Value_That_Was_Measured_Often_Is_Drawn_As_Often()
    {
        var measured = new EmpiricalDistribution([0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5]) { EqualBins = 5 };
        double[] draws = Draw(measured);

        // Five of the ten steps between eleven values.
        Assert.That(draws.Count(draw => draw == 0) / (double)Count, Is.EqualTo(0.5).Within(4 * Math.Sqrt(0.25 / Count)));
        Assert.That(measured.Cumulative(0), Is.EqualTo(0.5));
        Assert.That(measured.CumulativeBelow(0), Is.Zero);
        Assert.That(measured.BinCount, Is.EqualTo(3), "0 to 1, 1 to 3, 3 to 5");
        Assert.That(Enumerable.Range(0, 3).Select(measured.SharesOf), Is.EqualTo(new[] { (0.0, 0.6), (0.6, 0.8), (0.8, 1.0) }).Using<(double Low, double High)>((a, b) => Math.Abs(a.Low - b.Low) + Math.Abs(a.High - b.High) < 1e-12));
    }

    [Test]
    public void Measured_Values_That_Are_All_The_Same_Are_No_Distribution() => Assert.That(() => new EmpiricalDistribution([2, 2]), Throws.ArgumentException);

    [Test]
    public void A_Single_Choice_Is_A_Constant()
    {
        var constant = new ChoiceDistribution([JsonValue.Create("day")]);

        Assert.That(constant.ValueAt(1e-300).GetValue<string>(), Is.EqualTo("day"));
        Assert.That(constant.ValueAt(1 - 1e-16).GetValue<string>(), Is.EqualTo("day"));
    }

    [Test]
    public void Explicit_Edges_Bound_The_Bins()
    {
        ContinuousDistribution distribution = new UniformDistribution(0, 10) with { Edges = [1, 2, 5] };

        Assert.That(new[] { 0, 1, 1.9, 2, 4.9, 5, 9 }.Select(v => distribution.BinOf(JsonValue.Create(v))), Is.EqualTo(new[] { 0, 0, 0, 1, 1, 1, 1 }));
    }

    [Test]
    public void A_Draw_Round_Trips_Through_Json() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), n =>
        {
            double draw = Value(new LogUniformDistribution(1e-6, 1e6), n / (double)int.MaxValue);
            return JsonNode.Parse(JsonValue.Create(draw).ToJsonString())!.GetValue<double>() == draw;
        }));

    [Test]
    public void A_Value_That_Cannot_Be_Drawn_Has_No_Bin()
    {
        Assert.That(() => new ChoiceDistribution([JsonValue.Create(1L)]).BinOf(JsonValue.Create(2L)), Throws.ArgumentException);
        Assert.That(() => new UniformDistribution(0, 1).BinOf(JsonValue.Create("x")), Throws.ArgumentException);
    }

    private static double[] Draw(ContinuousDistribution distribution) => [.. Enumerable.Range(0, Count).Select(i => Value(distribution, Uniform(i)))];

    private static double Value(ContinuousDistribution distribution, double uniform) => distribution.ValueAt(uniform).GetValue<double>();

    private static double Uniform(int i)
    {
        UInt4 bits = Philox4x32.Draw(new((uint)i, 0, 0, 0), 2024, 7);
        return (bits.X + 0.5) / 4294967296.0;
    }

    private static double ChiSquare(int[] counts)
    {
        double expected = counts.Sum() / (double)counts.Length;
        return counts.Sum(c => (c - expected) * (c - expected) / expected);
    }
}
