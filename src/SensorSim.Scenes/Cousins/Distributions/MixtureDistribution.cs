namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>Draws from one of several distributions, each with a probability of its own.</summary>
/// <param name="Parts">At least one; weights above 0, of which only the ratios count.</param>
public sealed record MixtureDistribution(IReadOnlyList<(double Weight, ContinuousDistribution Of)> Parts) : ContinuousDistribution
{
    private readonly double _total = Parts.Sum(part => part.Weight);

    public override double Minimum => Parts.Min(part => part.Of.Minimum);

    public override double Maximum => Parts.Max(part => part.Of.Maximum);

    public override (double Low, double High) Reach => (Parts.Min(part => part.Of.Reach.Low), Parts.Max(part => part.Of.Reach.High));

    public override double Cumulative(double value) => Parts.Sum(part => part.Weight * part.Of.Cumulative(value)) / _total;

    /// <summary>By halving what lies between the parts' own quantiles, down to neighbouring numbers.</summary>
    public override double Quantile(double share)
    {
        double low = Parts.Min(part => part.Of.Quantile(share)), high = Parts.Max(part => part.Of.Quantile(share));
        for (double middle = low + ((high - low) / 2); middle > low && middle < high; middle = low + ((high - low) / 2))
        {
            (low, high) = Cumulative(middle) < share ? (middle, high) : (low, middle);
        }

        return high;
    }
}
