namespace SensorSim.Randomness;

/// <summary>
/// Poisson counts by inversion, the twin of <c>random_poisson</c> in <c>shaders/common/random.glsl</c>. Below a mean of 10 the
/// probabilities are added up; from there on the count is the whole part of Temme's uniform expansion of the quantile, as in Giles,
/// "Algorithm 955: approximation of the inverse Poisson cumulative distribution function", ACM TOMS 42 (2016).
/// </summary>
public static class PoissonSampler
{
    private const double SmallestExpandedMean = 10;

    /// <summary>A Poisson count with the given mean, from one random integer; 0 for a mean that is not positive.</summary>
    public static double Draw(uint bits, double mean) =>
        mean >= SmallestExpandedMean ? Expand(bits, Math.Min(mean, 1e30)) : mean > 0 ? Search(bits, mean) : 0;

    // At fixed x = z/√λ the quantile is λ + λx + z²/6 + 1/3 + …, each power of 1/λ with a series in x. The series' first terms are the
    // exact ones; the others are fitted for λ ≥ 10, where they end, to a total variation from the exact distribution below 1e-5.
    private static double Expand(uint bits, double mean)
    {
        double z = NormalSampler.Draw(bits), x = z / Math.Sqrt(mean);
        double leading = (1.0 / 6) + (x * (-0.013959608 + (x * (0.0036942681 + (x * (-0.0011356187 + (x * (0.00083429079 - (x * 0.00057317463)))))))));
        double next = (1.0 / 3) + (x * (-0.02775039 + (x * (0.0076816369 - (x * 0.0024978165)))));
        double last = (-0.01987655 + (x * 0.01764127)) / mean;
        return Math.Max(0, Math.Floor(mean + (mean * x) + (z * z * leading) + next + last));
    }

    // Ends where the remaining probability is below the 24 bits of the uniform: a sum that misses 1 by a rounding must not run away.
    private static double Search(uint bits, double mean)
    {
        double probability = Math.Exp(-mean), remaining = RandomStream.Uniform(bits) - probability;
        int count = 0;
        while (remaining > 0 && probability > 1.5e-8)
        {
            count++;
            probability *= mean / count;
            remaining -= probability;
        }

        return count;
    }
}
