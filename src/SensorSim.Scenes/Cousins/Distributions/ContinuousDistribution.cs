using System.Globalization;
using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>A distribution of real numbers, drawn by inverting its cumulative function.</summary>
public abstract record ContinuousDistribution : Distribution
{
    /// <summary>Bins when a scenario does not say.</summary>
    public const int DefaultBinCount = 4;

    /// <summary>The share of draws beyond what stands for an end where a distribution has none.</summary>
    public const double TailShare = 0.001;

    private protected ContinuousDistribution()
    {
    }

    /// <summary>No draw is smaller; may be minus infinity.</summary>
    public abstract double Minimum { get; }

    /// <summary>No draw is larger; may be infinity.</summary>
    public abstract double Maximum { get; }

    /// <summary>The ends, or where a distribution has none what not one draw in 1e18 lies beyond.</summary>
    public virtual (double Low, double High) Reach => (Minimum, Maximum);

    public sealed override IReadOnlyList<JsonValue> Extremes => [.. new[] { Minimum, Maximum }.Where(double.IsFinite).Select(number => JsonValue.Create(number))];

    /// <summary>Explicit edges, increasing, one more than bins; null for <see cref="EqualBins"/> bins of equal probability.</summary>
    public IReadOnlyList<double>? Edges { get; init; }

    /// <summary>How many bins of equal probability.</summary>
    public int EqualBins { get; init; } = DefaultBinCount;

    public override int BinCount => BinEdges is { } edges ? edges.Count - 1 : EqualBins;

    /// <summary><see cref="Edges"/>, or the values between equal bins where values have a probability of their own; null elsewhere.</summary>
    protected virtual IReadOnlyList<double>? BinEdges => Edges;

    /// <summary>The value below which a share of all draws lies; the share between 0 and 1; 0 and 1 only of a distribution that has ends.</summary>
    public abstract double Quantile(double share);

    /// <summary>The share of draws up to <paramref name="value"/>.</summary>
    public abstract double Cumulative(double value);

    /// <summary>The share of draws below <paramref name="value"/>.</summary>
    public virtual double CumulativeBelow(double value) => Cumulative(value);

    public sealed override JsonValue ValueAt(double share) =>
        JsonValue.Create(Math.Clamp(Rounded(Quantile(WithinEnds(share))), Minimum, Maximum));

    // The shares 0 and 1 are the ends.
    private double WithinEnds(double share) =>
        share <= 0 && double.IsInfinity(Minimum) ? TailShare : share >= 1 && double.IsInfinity(Maximum) ? 1 - TailShare : share;

    /// <summary>A value outside explicit edges belongs to the first or last bin.</summary>
    public sealed override int BinOf(JsonValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        double number = value.TryGetValue(out double d) ? d
            : value.TryGetValue(out long whole) ? whole
            : throw new ArgumentException($"{value} is not a number.", nameof(value));
        return BinEdges is { } edges
            ? Math.Clamp(edges.Count(edge => edge <= number) - 1, 0, BinCount - 1)
            : Math.Clamp((int)(Cumulative(number) * EqualBins), 0, EqualBins - 1);
    }

    public sealed override (double Low, double High) SharesOf(int bin) => BinEdges is { } edges
        ? (bin == 0 ? 0 : CumulativeBelow(edges[bin]), bin == BinCount - 1 ? 1 : CumulativeBelow(edges[bin + 1]))
        : (bin / (double)EqualBins, (bin + 1) / (double)EqualBins);

    /// <summary>The values between which a bin's draws lie; infinite where the distribution has no end.</summary>
    public (double Low, double High) ValuesOf(int bin)
    {
        (double low, double high) = SharesOf(bin);
        return (low <= 0 ? Minimum : Rounded(Quantile(low)), high >= 1 ? Maximum : Rounded(Quantile(high)));
    }

    public sealed override string LabelOf(int bin)
    {
        (double low, double high) = ValuesOf(bin);
        return string.Create(CultureInfo.InvariantCulture, $"{low:G4} to {high:G4}");
    }

    // Nine significant digits: short in every record, and free of the last bits in which the exp and log of two machines may differ.
    private protected static double Rounded(double value) =>
        double.Parse(value.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
