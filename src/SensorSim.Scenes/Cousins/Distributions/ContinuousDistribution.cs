using System.Globalization;
using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>A distribution of real numbers, drawn by inverting its cumulative function.</summary>
public abstract record ContinuousDistribution : Distribution
{
    /// <summary>Bins when a scenario does not say.</summary>
    public const int DefaultBinCount = 4;

    private protected ContinuousDistribution()
    {
    }

    /// <summary>No draw is smaller; may be minus infinity.</summary>
    public abstract double Minimum { get; }

    /// <summary>No draw is larger; may be infinity.</summary>
    public abstract double Maximum { get; }

    /// <summary>Explicit edges, increasing, one more than bins; null for <see cref="EqualBins"/> bins of equal probability.</summary>
    public IReadOnlyList<double>? Edges { get; init; }

    /// <summary>How many bins of equal probability.</summary>
    public int EqualBins { get; init; } = DefaultBinCount;

    public override int BinCount => Edges is null ? EqualBins : Edges.Count - 1;

    /// <summary>The value below which a share of all draws lies; the share between 0 and 1, both excluded.</summary>
    public abstract double Quantile(double share);

    /// <summary>The share of draws up to <paramref name="value"/>.</summary>
    public abstract double Cumulative(double value);

    public sealed override JsonValue ValueAt(double uniform) =>
        JsonValue.Create(Math.Clamp(Rounded(Quantile(uniform)), Minimum, Maximum));

    /// <summary>A value outside explicit edges belongs to the first or last bin.</summary>
    public sealed override int BinOf(JsonValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        double number = value.TryGetValue(out double d) ? d
            : value.TryGetValue(out long whole) ? whole
            : throw new ArgumentException($"{value} is not a number.", nameof(value));
        return Edges is null
            ? Math.Clamp((int)(Cumulative(number) * EqualBins), 0, EqualBins - 1)
            : Math.Clamp(Edges.Count(edge => edge <= number) - 1, 0, BinCount - 1);
    }

    // Nine significant digits: short in every record, and free of the last bits in which the exp and log of two machines may differ.
    private static double Rounded(double value) =>
        double.Parse(value.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
