namespace SensorSim.Scenes.Coverage;

/// <summary>A stretch of a declared distribution without a sample.</summary>
/// <param name="Above">The sample where it begins; null when it begins where the distribution does.</param>
/// <param name="Below">The sample where it ends; null when it ends where the distribution does.</param>
/// <param name="Probability">How many of all values the distribution declares to lie there, from 0 to 1.</param>
public sealed record ProbabilityGap(double? Above, double? Below, double Probability)
{
    /// <summary>The widest gap by probability; the first of several. The whole distribution when there are no samples.</summary>
    /// <param name="values">In any order.</param>
    /// <param name="cumulative">The declared share of values up to a value.</param>
    public static ProbabilityGap Widest(IEnumerable<double> values, Func<double, double> cumulative)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(cumulative);
        var widest = new ProbabilityGap(null, null, -1);
        double? last = null;
        double from = 0;
        foreach (double value in values.Order())
        {
            double to = cumulative(value);
            widest = to - from > widest.Probability ? new(last, value, to - from) : widest;
            (last, from) = (value, to);
        }

        return 1 - from > widest.Probability ? new(last, null, 1 - from) : widest;
    }
}
