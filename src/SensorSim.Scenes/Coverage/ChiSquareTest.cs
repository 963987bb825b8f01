using MathNet.Numerics.Distributions;

namespace SensorSim.Scenes.Coverage;

/// <summary>Pearson's chi-square test of counts against declared probabilities.</summary>
public static class ChiSquareTest
{
    // Cochran's rule of thumb.
    private const double FewestExpected = 5;

    /// <summary>
    /// Bins of probability 0 are left out of the statistic; a sample in one makes the probability 0. Null when fewer than two bins are possible,
    /// or there is no sample.
    /// </summary>
    public static DistributionFit? Test(IReadOnlyList<int> counts, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(probabilities);
        int samples = counts.Sum();
        int[] possible = [.. Enumerable.Range(0, counts.Count).Where(bin => probabilities[bin] > 0)];
        if (samples == 0 || possible.Length < 2)
        {
            return null;
        }

        double[] expected = [.. possible.Select(bin => probabilities[bin] * samples)];
        double statistic = possible.Zip(expected).Sum(x => (counts[x.First] - x.Second) * (counts[x.First] - x.Second) / x.Second);
        double pValue = possible.Sum(bin => counts[bin]) < samples ? 0 : 1 - ChiSquared.CDF(possible.Length - 1, statistic);
        return new("chi_square", statistic, pValue, samples, expected.Min() >= FewestExpected);
    }
}
