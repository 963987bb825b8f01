namespace SensorSim.Datasets.Preservation;

/// <summary>Order statistics of many values, from a few thousand of them.</summary>
internal static class Quantiles
{
    private const int Enough = 4000;

    /// <summary>0 of no values.</summary>
    public static float Median(List<float> values)
    {
        int step = Math.Max(1, values.Count / Enough);
        var some = new List<float>();
        for (int i = 0; i < values.Count; i += step)
            some.Add(values[i]);
        some.Sort();
        return some.Count == 0 ? 0 : some[some.Count / 2];
    }
}
