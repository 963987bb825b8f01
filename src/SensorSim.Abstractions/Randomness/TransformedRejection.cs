namespace SensorSim.Randomness;

/// <summary>
/// One mean's constants of Hörmann's PTRS. The acceptance test compares with ln of the Poisson probability in Loader's
/// saddle-point form, −½ ln 2πk − stirlerr(k) − bd0(k, λ): it has no large terms that cancel, so single precision on a GPU
/// decides as double precision does. Source: Loader, "Fast and accurate computation of binomial probabilities", 2000.
/// </summary>
internal readonly record struct TransformedRejection(double Mean, double A, double B, double InverseAlpha, double QuickLimit)
{
    public static TransformedRejection For(double mean)
    {
        double b = 0.931 + (2.53 * Math.Sqrt(mean));
        return new(mean, -0.059 + (0.02483 * b), b, 1.1239 + (1.1328 / (b - 3.4)), 0.9277 - (3.6224 / (b - 2)));
    }

    public bool TryAccept(uint positionBits, uint heightBits, out double count)
    {
        double u = RandomStream.Uniform(positionBits) - 0.5, v = RandomStream.Uniform(heightBits);
        double edge = 0.5 - Math.Abs(u);
        count = 0;
        if (edge < 0.013 && v > edge)
        {
            return false;
        }

        count = Math.Floor((((2 * A / edge) + B) * u) + Mean + 0.43);
        if (edge >= 0.07 && v <= QuickLimit)
        {
            return true;
        }

        return count >= 0 && Math.Log(v * InverseAlpha / ((A / (edge * edge)) + B)) <= LogProbability(count, Mean);
    }

    /// <summary>ln(λᵏ e^−λ / k!).</summary>
    public static double LogProbability(double count, double mean)
    {
        if (count < 1)
        {
            return -mean;
        }

        double inverse = 1 / count, square = inverse * inverse;
        double stirlingError = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680))))));
        return -(0.5 * Math.Log(2 * Math.PI * count)) - stirlingError - Deviance(count, mean);
    }

    // k ln(k/λ) + λ − k without cancellation where k is near λ.
    private static double Deviance(double count, double mean)
    {
        double difference = count - mean, ratio = difference / (count + mean);
        if (Math.Abs(ratio) >= 0.1)
        {
            return (count * Math.Log(count / mean)) - difference;
        }

        double square = ratio * ratio;
        double series = (1.0 / 3) + (square * ((1.0 / 5) + (square * ((1.0 / 7) + (square * ((1.0 / 9) + (square / 11)))))));
        return (difference * ratio) + (2 * count * ratio * square * series);
    }
}
