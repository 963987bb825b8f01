namespace SensorSim.Randomness;

/// <summary>
/// One mean's constants of Hörmann's PTRS. The acceptance test needs the Poisson probability in Loader's saddle-point form,
/// exp(−bd0(k, λ) − stirlerr(k)) / √(2πk): it has no large terms that cancel, so single precision on a GPU decides as double
/// precision does. Source: Loader, "Fast and accurate computation of binomial probabilities", 2000.
/// </summary>
internal readonly record struct TransformedRejection(double Mean, double A, double B, double InverseAlpha, double QuickLimit)
{
    public static TransformedRejection For(double mean)
    {
        double b = 0.931 + (2.53 * Math.Sqrt(mean));
        return new(mean, -0.059 + (0.02483 * b), b, 1.1239 + (1.1328 / (b - 3.4)), 0.9277 - (3.6224 / (b - 2)));
    }

    /// <summary>One attempt.</summary>
    public bool Accepts(uint positionBits, uint heightBits, out double count)
    {
        double u = RandomStream.Uniform(positionBits) - 0.5, v = RandomStream.Uniform(heightBits);
        double edge = 0.5 - Math.Abs(u), inverseEdge = 1 / Math.Max(edge, 1e-8);
        count = Math.Floor((((2 * A * inverseEdge) + B) * u) + Mean + 0.43);
        if (edge >= 0.07 && v <= QuickLimit)
        {
            return true;
        }

        bool possible = (edge >= 0.013 || v <= edge) && count >= 0;
        double scale = count < 1 ? 1 : Math.Sqrt(2 * Math.PI * count), width = (A * inverseEdge * inverseEdge) + B;
        return possible && v * InverseAlpha * scale <= width * Math.Exp(count < 1 ? -Mean : Exponent(count, Mean));
    }

    // ln of the probability of a count of at least 1, times √(2πk); the series is that of the logarithm around count = mean.
    private static double Exponent(double count, double mean)
    {
        double difference = count - mean, ratio = difference / (count + mean), square = ratio * ratio, series = 0;
        for (int odd = 21; odd >= 3; odd -= 2)
        {
            series = (series * square) + (1.0 / odd);
        }

        double inverse = 1 / count;
        double stirlingError = inverse * ((1.0 / 12) - (inverse * inverse * ((1.0 / 360) - (inverse * inverse / 1260))));
        return (-difference * ratio) - (2 * count * ratio * square * series) - stirlingError;
    }
}
