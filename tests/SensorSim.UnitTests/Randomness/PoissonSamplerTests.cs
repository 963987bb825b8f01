using SensorSim.Randomness;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Randomness;

/// <summary>
/// The sampler's own distribution over all 2³² integers against the exact one. Counts never fall along the integers in their order,
/// so the integers of each count are found by bisection.
/// </summary>
public sealed class PoissonSamplerTests
{
    private const long Integers = 1L << 32;

    [TestCase(0.01, 2e-7)]
    [TestCase(1, 2e-7)]
    [TestCase(9.999, 1e-6)]
    [TestCase(10, 1e-5)]
    [TestCase(10.3, 1e-5)]
    [TestCase(12, 1e-5)]
    [TestCase(20, 1e-5)]
    [TestCase(50, 5e-6)]
    [TestCase(300, 2e-6)]
    [TestCase(1000, 2e-6)]
    [TestCase(10_000, 2e-6)]
    public void TheTotalVariationFromPoissonsLawIsSmall(double mean, double limit)
    {
        var law = new PoissonLaw(mean);
        double distance = 0;
        long first = 0;
        for (int count = 0; count <= law.LastCount; count++)
        {
            long end = FirstAbove(mean, count, first);
            distance += Math.Abs(((double)(end - first) / Integers) - law.Probability(count)) / 2;
            first = end;
        }

        TestContext.Out.WriteLine($"mean {mean}: total variation {distance:e1}");
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(Integers), "no count beyond");
            Assert.That(distance, Is.LessThan(limit));
        });
    }

    // What a picture of 2048 x 2048 pixels of one value could show: less than a standard error in the share of any tail.
    [TestCase(9.999)]
    [TestCase(10)]
    [TestCase(11)]
    [TestCase(15)]
    [TestCase(100)]
    public void TailsAreRightWithinAStandardErrorOfALargePicture(double mean)
    {
        const double samples = 3 * 2048 * 2048;
        var law = new PoissonLaw(mean);
        double below = 0;
        long first = 0;
        for (int count = 0; count < law.LastCount; count++)
        {
            below += law.Probability(count);
            first = FirstAbove(mean, count, first);
            double standardError = Math.Sqrt(below * Math.Max(0, 1 - below) / samples);
            Assert.That((double)first / Integers, Is.EqualTo(below).Within(standardError + (1 / samples)), $"P(N <= {count})");
        }
    }

    [TestCase(1e-9)]
    [TestCase(0.1)]
    [TestCase(1)]
    [TestCase(9.99)]
    [TestCase(10)]
    [TestCase(1e6)]
    public void TheOutermostIntegersDoNotRunAway(double mean) => Assert.Multiple(() =>
    {
        Assert.That(Count(Integers - 1, mean), Is.InRange(1, mean + (6.5 * Math.Sqrt(mean)) + 8));
        Assert.That(Count(0, mean), Is.InRange(0, mean));
    });

    [TestCase(0)]
    [TestCase(-3)]
    [TestCase(double.NaN)]
    public void NoLightGivesNoElectrons(double mean) => Assert.That(PoissonSampler.Draw(0xC0FFEE, mean), Is.Zero);

    [Test]
    public void EndlessLightGivesANumber() => Assert.That(PoissonSampler.Draw(5, double.PositiveInfinity), Is.GreaterThan(1e29));

    private static long FirstAbove(double mean, int count, long low)
    {
        long high = Integers;
        while (low < high)
        {
            long middle = (low + high) / 2;
            (low, high) = Count(middle, mean) > count ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // Below 10 the integer itself is the order; from there on the sign is in front and large tails are in the middle.
    private static double Count(long rank, double mean)
    {
        bool negative = rank < Integers / 2;
        uint bits = mean < 10 ? (uint)rank : negative ? 0x80000000 | (uint)rank : (uint)(Integers - 1 - rank);
        return PoissonSampler.Draw(bits, mean);
    }
}
