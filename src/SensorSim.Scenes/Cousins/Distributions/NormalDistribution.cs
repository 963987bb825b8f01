using MathNet.Numerics.Distributions;

namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>A normal distribution, without ends.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="StandardDeviation">Above 0.</param>
public sealed record NormalDistribution(double Mean, double StandardDeviation) : ContinuousDistribution
{
    private const double Tail = 9;

    public override double Minimum => double.NegativeInfinity;

    public override double Maximum => double.PositiveInfinity;

    public override (double Low, double High) Reach => (Mean - (Tail * StandardDeviation), Mean + (Tail * StandardDeviation));

    public override double Quantile(double share) => Normal.InvCDF(Mean, StandardDeviation, share);

    public override double Cumulative(double value) => Normal.CDF(Mean, StandardDeviation, value);
}
