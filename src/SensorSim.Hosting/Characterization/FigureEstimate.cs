namespace SensorSim.Hosting.Characterization;

/// <summary>A figure and where it is with 95 % confidence.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct FigureEstimate(double Value, double Low, double High)
{
    /// <summary>Student's t for 15 degrees of freedom, two-sided 95 %.</summary>
    private const double Student15 = 2.131;

    /// <summary>From the whole image and from each of its sixteen tiles, which are independent.</summary>
    public static FigureEstimate Of(double whole, IReadOnlyCollection<double> tiles)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        double mean = tiles.Average(), deviation = Math.Sqrt(tiles.Sum(tile => (tile - mean) * (tile - mean)) / (tiles.Count - 1));
        double half = Student15 * deviation / Math.Sqrt(tiles.Count);
        return new(whole, whole - half, whole + half);
    }
}
