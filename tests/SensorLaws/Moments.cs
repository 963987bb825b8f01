namespace SensorSim.Tests.Sensors;

/// <summary>Sample moments and the standard errors that tolerances are made of.</summary>
public readonly record struct Moments(double Mean, double Variance, double Skewness, int Count)
{
    public static Moments Of(double[] samples)
    {
        double mean = samples.Average();
        double second = samples.Average(x => (x - mean) * (x - mean));
        double third = samples.Average(x => (x - mean) * (x - mean) * (x - mean));
        return new(mean, second, third / Math.Pow(second, 1.5), samples.Length);
    }

    /// <summary>Half the mean squared difference of two frames: temporal variance, blind to anything fixed (EMVA 1288).</summary>
    public static double TemporalVariance(double[] first, double[] second)
    {
        double difference = first.Average() - second.Average();
        double squares = first.Zip(second, (a, b) => (a - b) * (a - b)).Average();
        return (squares - (difference * difference)) / 2;
    }

    public static double Correlation(double[] a, double[] b)
    {
        Moments first = Of(a), second = Of(b);
        double covariance = a.Zip(b, (x, y) => (x - first.Mean) * (y - second.Mean)).Average();
        return covariance / Math.Sqrt(first.Variance * second.Variance);
    }

    /// <summary>Largest distance between two empirical distributions (Kolmogorov and Smirnov).</summary>
    public static double KolmogorovSmirnov(double[] a, double[] b)
    {
        double[] first = [.. a.Order()], second = [.. b.Order()];
        double distance = 0;
        int i = 0, j = 0;
        while (i < first.Length && j < second.Length)
        {
            double value = Math.Min(first[i], second[j]);
            while (i < first.Length && first[i] <= value)
            {
                i++;
            }

            while (j < second.Length && second[j] <= value)
            {
                j++;
            }

            distance = Math.Max(distance, Math.Abs(((double)i / first.Length) - ((double)j / second.Length)));
        }

        return distance;
    }
}
