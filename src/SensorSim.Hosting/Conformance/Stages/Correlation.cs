namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Correlation of numbers whose mean is 0.</summary>
internal static class Correlation
{
    /// <summary>
    /// |Σab| / √Σa²b²: by how many standard errors the correlation is away from 0. The standard error is the sample's own, because noise that touches few pixels has
    /// fewer numbers than pixels. 0 where one of the two is nothing.
    /// </summary>
    public static double InStandardErrors(IEnumerable<double> a, IEnumerable<double> b)
    {
        double sum = 0, squares = 0;
        foreach ((double x, double y) in a.Zip(b))
        {
            sum += x * y;
            squares += x * y * x * y;
        }

        return squares > 0 ? Math.Abs(sum) / Math.Sqrt(squares) : 0;
    }
}
