using MathNet.Numerics.Distributions;

namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>A normal distribution under the condition that the value lies between two ends.</summary>
/// <param name="Mean">Mean before truncation.</param>
/// <param name="StandardDeviation">Before truncation, above 0.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, above <paramref name="Low"/>.</param>
public sealed record TruncatedNormalDistribution(double Mean, double StandardDeviation, double Low, double High)
    : ContinuousDistribution
{
    public override double Minimum => Low;

    public override double Maximum => High;

    // Above the mean the upper tail is used, where it has digits and the cumulative function is 1 - tiny.
    private bool Mirrored => Low > Mean;

    /// <summary>The share of the untruncated distribution that lies between the ends.</summary>
    public double Mass => Mirrored ? Tail(Low) - Tail(High) : Below(High) - Below(Low);

    public override double Quantile(double share)
    {
        double value = Mirrored
            ? (2 * Mean) - Normal.InvCDF(Mean, StandardDeviation, Tail(Low) - (share * Mass))
            : Normal.InvCDF(Mean, StandardDeviation, Below(Low) + (share * Mass));
        return Math.Clamp(value, Low, High);
    }

    public override double Cumulative(double value)
    {
        double x = Math.Clamp(value, Low, High);
        return Mirrored ? (Tail(Low) - Tail(x)) / Mass : (Below(x) - Below(Low)) / Mass;
    }

    private double Below(double value) => Normal.CDF(Mean, StandardDeviation, value);

    private double Tail(double value) => Below((2 * Mean) - value);
}
