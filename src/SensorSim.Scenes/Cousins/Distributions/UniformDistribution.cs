namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>Every value between two ends as likely.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, above <paramref name="Low"/>.</param>
public sealed record UniformDistribution(double Low, double High) : ContinuousDistribution
{
    public override double Minimum => Low;

    public override double Maximum => High;

    public override double Quantile(double share) => Low + (share * (High - Low));

    public override double Cumulative(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);
}
