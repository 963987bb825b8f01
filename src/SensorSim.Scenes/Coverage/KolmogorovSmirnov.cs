namespace SensorSim.Scenes.Coverage;

/// <summary>The test of Kolmogorov and Smirnov of samples against a continuous distribution.</summary>
public static class KolmogorovSmirnov
{
    private const int FewestReliable = 4;

    /// <param name="values">At least one, in any order.</param>
    /// <param name="cumulative">The declared share of values up to a value.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static DistributionFit Test(IReadOnlyList<double> values, Func<double, double> cumulative)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(cumulative);
        if (values.Count == 0)
        {
            throw new ArgumentException("There are no samples to test.", nameof(values));
        }

        double distance = 0, count = values.Count;
        foreach ((int rank, double value) in values.Order().Index())
        {
            double share = cumulative(value);
            distance = Math.Max(distance, Math.Max(share - (rank / count), ((rank + 1) / count) - share));
        }

        return new("kolmogorov_smirnov", distance, PValue(distance, values.Count), values.Count, values.Count >= FewestReliable);
    }

    /// <summary>
    /// How likely the distance of independent samples is at least this. Kolmogorov's limit with the correction for few samples of Stephens,
    /// "Use of the Kolmogorov-Smirnov, Cramér-von Mises and related statistics without extensive tables", JRSS B 32 (1970); good from four samples on.
    /// </summary>
    public static double PValue(double distance, int samples)
    {
        double root = Math.Sqrt(samples);
        return Complement((root + 0.12 + (0.11 / root)) * distance);
    }

    // Two series of one function: one for the small, one for the large.
    private static double Complement(double x)
    {
        if (x < 0.04)
        {
            return 1;
        }

        if (x < 1.18)
        {
            double y = Math.Exp(-Math.PI * Math.PI / (8 * x * x));
            return 1 - (Math.Sqrt(2 * Math.PI) / x * (y + Math.Pow(y, 9) + Math.Pow(y, 25) + Math.Pow(y, 49)));
        }

        double z = Math.Exp(-2 * x * x);
        return 2 * (z - Math.Pow(z, 4) + Math.Pow(z, 9));
    }
}
