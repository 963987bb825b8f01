namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>Every ratio as likely: the logarithm is uniform. For intensities and sizes that span decades.</summary>
/// <param name="Low">Lower end, above 0.</param>
/// <param name="High">Upper end, above <paramref name="Low"/>.</param>
public sealed record LogUniformDistribution(double Low, double High) : ContinuousDistribution
{
    public override double Minimum => Low;

    public override double Maximum => High;

    public override double Quantile(double share) => Low * Math.Exp(share * Math.Log(High / Low));

    public override double Cumulative(double value) =>
        value <= Low ? 0 : value >= High ? 1 : Math.Log(value / Low) / Math.Log(High / Low);
}
