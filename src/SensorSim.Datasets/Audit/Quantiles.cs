namespace SensorSim.Datasets.Audit;

/// <summary>Five quantiles of numbers; between two numbers in order, linear (Hyndman and Fan's type 7).</summary>
public sealed record Quantiles(double Minimum, double LowerQuartile, double Median, double UpperQuartile, double Maximum)
{
    /// <summary>Null without a number.</summary>
    /// <param name="values">In any order.</param>
    public static Quantiles? Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : new(sorted[0], At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75), sorted[^1]);
    }

    private static double At(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place, above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
