namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>What was measured: a value that was measured more than once is as likely as that, and between neighbours all are even.</summary>
public sealed record EmpiricalDistribution : ContinuousDistribution
{
    private readonly double[] _sorted;

    /// <param name="measured">At least two values that differ, in any order.</param>
    public EmpiricalDistribution(IEnumerable<double> measured)
    {
        _sorted = [.. measured.Order()];
        if (_sorted.Length < 2 || _sorted[0] >= _sorted[^1])
        {
            throw new ArgumentException("There are not two values that differ.", nameof(measured));
        }
    }

    // A value that is more likely than a bin takes the next one's place, too.
    protected override IReadOnlyList<double> BinEdges => Edges
        ?? [.. Enumerable.Range(0, EqualBins + 1).Select(i => Rounded(Quantile(i / (double)EqualBins))).Distinct()];

    public override double Minimum => _sorted[0];

    public override double Maximum => _sorted[^1];

    public override double Quantile(double share)
    {
        double place = share * (_sorted.Length - 1);
        int below = Math.Clamp((int)place, 0, _sorted.Length - 2);
        return _sorted[below] + ((place - below) * (_sorted[below + 1] - _sorted[below]));
    }

    public override double Cumulative(double value)
    {
        if (value < Minimum || value >= Maximum)
        {
            return value < Minimum ? 0 : 1;
        }

        int next = FirstAbove(value);
        double between = (value - _sorted[next - 1]) / (_sorted[next] - _sorted[next - 1]);
        return (next - 1 + between) / (_sorted.Length - 1);
    }

    public override double CumulativeBelow(double value)
    {
        int first = FirstFrom(value);
        return first < _sorted.Length && _sorted[first] == value ? first / (double)(_sorted.Length - 1) : Cumulative(value);
    }

    private int FirstAbove(double value) => FirstWhere(other => other > value);

    private int FirstFrom(double value) => FirstWhere(other => other >= value);

    private int FirstWhere(Func<double, bool> holds)
    {
        int low = 0, high = _sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = holds(_sorted[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
