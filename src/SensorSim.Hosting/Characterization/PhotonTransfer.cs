namespace SensorSim.Hosting.Characterization;

/// <summary>Estimators of EMVA 1288, release 4 (linear model), as in its reference implementation.</summary>
public static class PhotonTransfer
{
    /// <summary>Variance of rounding to whole numbers, DN².</summary>
    public const double QuantizationVariance = 1.0 / 12;

    /// <summary>A dark variance below this is rounding's, and the standard takes it instead, DN².</summary>
    public const double LeastDarkVariance = 0.24;

    /// <summary>Mean and temporal variance of a level from two frames; differences of the means do not count as noise.</summary>
    public static TransferPoint Point(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double sum = 0, difference = 0, squares = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double d = first[i] - second[i];
            (sum, difference, squares) = (sum + first[i] + second[i], difference + d, squares + (d * d));
        }

        double n = first.Length, drift = difference / n;
        return new(sum / (2 * n), ((squares / n) - (drift * drift)) / 2);
    }

    /// <summary>
    /// Below it rounding of dark frames is no noise of 1/12 DN²: it depends on where the black level lies between two numbers. At 0.27 DN² it moves the gain by 0.3 %.
    /// </summary>
    private const double LeastAnchorVariance = 0.6;

    /// <summary>
    /// System gain, DN/e-: the slope of variance over mean, both above dark, through the origin; where dark frames have too little noise to be an anchor, the slope
    /// of the lit points alone. Points are weighted by 1/variance², what their own variances are known to.
    /// </summary>
    public static double Gain(IEnumerable<TransferPoint> points, TransferPoint dark)
    {
        ArgumentNullException.ThrowIfNull(points);
        (double Mean, double Variance, double Weight)[] above =
        [
            .. points.Select(point => (point.MeanDn - dark.MeanDn, point.VarianceDn - dark.VarianceDn, 1 / (point.VarianceDn * point.VarianceDn))),
        ];
        double total = above.Sum(point => point.Weight);
        bool isAnchored = dark.VarianceDn >= LeastAnchorVariance;
        double mean = isAnchored ? 0 : above.Sum(point => point.Weight * point.Mean) / total, variance = isAnchored ? 0 : above.Sum(point => point.Weight * point.Variance) / total;
        return above.Sum(point => point.Weight * (point.Mean - mean) * (point.Variance - variance)) / above.Sum(point => point.Weight * (point.Mean - mean) * (point.Mean - mean));
    }

    /// <summary>Read noise, e-, from the temporal variance of dark frames.</summary>
    public static double ReadNoise(double darkVarianceDn, double gainDnPerElectron) =>
        Math.Sqrt(Math.Max(darkVarianceDn, LeastDarkVariance) - QuantizationVariance) / gainDnPerElectron;

    /// <summary>Mean of dark frames at no exposure, DN: where a straight line through those of several exposures begins (weighted least squares).</summary>
    /// <param name="darks">Exposure, mean and weight of each level; two different exposures at least.</param>
    public static double AtNoExposure(IEnumerable<(double Seconds, double MeanDn, double Weight)> darks)
    {
        (double Seconds, double MeanDn, double Weight)[] levels = [.. darks];
        double total = levels.Sum(level => level.Weight);
        double seconds = levels.Sum(level => level.Weight * level.Seconds) / total, mean = levels.Sum(level => level.Weight * level.MeanDn) / total;
        double slope = levels.Sum(level => level.Weight * (level.Seconds - seconds) * (level.MeanDn - mean)) / levels.Sum(level => level.Weight * (level.Seconds - seconds) * (level.Seconds - seconds));
        return mean - (slope * seconds);
    }
}
