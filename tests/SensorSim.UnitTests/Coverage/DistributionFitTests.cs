using SensorSim.Scenes.Coverage;

namespace SensorSim.UnitTests.Coverage;

[TestFixture]
public sealed class DistributionFitTests
{
    // Exact critical distances of 5 % and 1 %: Miller, "Table of percentage points of Kolmogorov statistics", JASA 51 (1956).
    [TestCase(5, 0.56328, 0.05)]
    [TestCase(10, 0.40925, 0.05)]
    [TestCase(10, 0.48893, 0.01)]
    [TestCase(20, 0.29408, 0.05)]
    [TestCase(50, 0.18841, 0.05)]
    [TestCase(100, 0.13403, 0.05)]
    [TestCase(100, 0.16081, 0.01)]
    public void Kolmogorov_Probabilities_Are_Those_Of_The_Tables(int samples, double distance, double probability)
    {
        Assert.That(KolmogorovSmirnov.PValue(distance, samples), Is.EqualTo(probability).Within(0.05 * probability));
    }

    [Test]
    public void The_Two_Series_Of_Kolmogorovs_Function_Meet()
    {
        const int samples = 1_000_000;
        double[] around = [.. Enumerable.Range(0, 400).Select(i => KolmogorovSmirnov.PValue(i / 100.0 / Math.Sqrt(samples), samples))];

        Assert.That(around[0], Is.EqualTo(1));
        Assert.That(around, Is.Ordered.Descending);
        Assert.That(around.Zip(around.Skip(1), (a, b) => a - b).Max(), Is.LessThan(0.02));
        Assert.That(around[^1], Is.LessThan(1e-12));
    }

    [Test]
    public void Draws_From_The_Declared_Distribution_Have_Evenly_Spread_Probabilities()
    {
        var random = new Random(4);
        double[] probabilities = [.. Enumerable.Range(0, 2000).Select(_ => KolmogorovSmirnov.Test([.. Enumerable.Range(0, 30).Select(_ => random.NextDouble())], x => x).PValue)];

        DistributionFit spread = KolmogorovSmirnov.Test(probabilities, x => x);

        Assert.That(spread.PValue, Is.GreaterThan(0.001));
        Assert.That(KolmogorovSmirnov.Test([.. probabilities.Select(p => p * p)], x => x).PValue, Is.LessThan(1e-6));
    }

    [Test]
    public void The_Distance_Is_Taken_On_Both_Sides_Of_A_Step()
    {
        Assert.That(KolmogorovSmirnov.Test([0.9], x => x).Statistic, Is.EqualTo(0.9));
        Assert.That(KolmogorovSmirnov.Test([0.1], x => x).Statistic, Is.EqualTo(0.9));
    }

    [Test]
    public void Chi_Square_Has_The_Figures_Of_The_Textbook()
    {
        // Mendel's peas: 315, 101, 108, 32 for 9:3:3:1; chi-square 0.470 with three degrees of freedom, probability 0.925.
        DistributionFit fit = ChiSquareTest.Test([315, 101, 108, 32], [9 / 16.0, 3 / 16.0, 3 / 16.0, 1 / 16.0])!;

        Assert.That(fit.Statistic, Is.EqualTo(0.470).Within(0.0005));
        Assert.That(fit.PValue, Is.EqualTo(0.925).Within(0.001));
        Assert.That((fit.Samples, fit.IsReliable), Is.EqualTo((556, true)));
    }

    [Test]
    public void Chi_Square_Knows_Impossible_Bins()
    {
        Assert.That(ChiSquareTest.Test([5, 5, 0], [0.5, 0.5, 0])!.PValue, Is.EqualTo(1));
        Assert.That(ChiSquareTest.Test([5, 5, 1], [0.5, 0.5, 0])!.PValue, Is.Zero);
        Assert.That(ChiSquareTest.Test([5], [1]), Is.Null);
        Assert.That(ChiSquareTest.Test([0, 0], [0.5, 0.5]), Is.Null);
    }
}
