using System.Globalization;

namespace SensorSim.Hosting.Characterization;

/// <summary>A figure and where it is with 95 % confidence.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct FigureEstimate(double Value, double Low, double High)
{
    /// <summary>Student's t for 15 degrees of freedom, two-sided 95 %.</summary>
    private const double Student15 = 2.131;

    private const int MostDecimals = 9;

    /// <summary>From the whole image and from each of its sixteen tiles, which are independent.</summary>
    public static FigureEstimate Of(double whole, IReadOnlyCollection<double> tiles)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        double mean = tiles.Average(), deviation = Math.Sqrt(tiles.Sum(tile => (tile - mean) * (tile - mean)) / (tiles.Count - 1));
        double half = Student15 * deviation / Math.Sqrt(tiles.Count);
        return new(whole, whole - half, whole + half);
    }

    /// <summary>A number of this estimate as text, with as many decimals as tell the ends of the interval apart.</summary>
    public string Text(double number)
    {
        double width = High - Low;
        return width > 0 && double.IsFinite(width)
            ? number.ToString(string.Create(CultureInfo.InvariantCulture, $"F{Math.Clamp(1 - (int)Math.Floor(Math.Log10(width)), 0, MostDecimals)}"), CultureInfo.InvariantCulture)
            : number.ToString("G6", CultureInfo.InvariantCulture);
    }
}
