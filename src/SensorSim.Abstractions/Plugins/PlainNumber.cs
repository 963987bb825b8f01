using System.Globalization;

namespace SensorSim.Plugins;

/// <summary>Numbers as a person writes them: "0.0000001" rather than "1E-07".</summary>
public static class PlainNumber
{
    private const double Smallest = 1e-9;
    private const double Largest = 1e15;

    /// <summary>Every digit that tells it from its neighbours; a power of ten ("1e-12") only below 1e-9 and from 1e15 on.</summary>
    public static string Text(double value)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (!shortest.Contains('E', StringComparison.Ordinal))
        {
            return shortest;
        }

        return Math.Abs(value) is >= Smallest and < Largest
            ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : WithExponent(shortest);
    }

    private static string WithExponent(string shortest)
    {
        string[] parts = shortest.Split('E');
        return string.Create(CultureInfo.InvariantCulture, $"{parts[0]}e{int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)}");
    }
}
