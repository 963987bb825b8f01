namespace SensorSim.Datasets.Audit;

/// <summary>The smallest and the largest of some values.</summary>
public sealed record ValueRange(double Minimum, double Maximum)
{
    /// <summary>Null where there is no value.</summary>
    public static ValueRange? Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return all.Length == 0 ? null : new(all.Min(), all.Max());
    }
}
