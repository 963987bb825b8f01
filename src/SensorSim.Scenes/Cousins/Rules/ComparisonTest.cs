using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>How a draw compares with a number, or with another draw of the same sample.</summary>
/// <param name="Comparison">Which side it must be on.</param>
/// <param name="Number">What it is compared with; not a number where another draw is.</param>
/// <param name="Other">The name of that draw, or null.</param>
public sealed record ComparisonTest(Comparison Comparison, double Number, string? Other = null) : ValueTest
{
    public override string? OtherDraw => Other;

    internal override bool Holds(JsonValue value, JsonValue? other) =>
        Compare(ValueRule.NumberOf(value) ?? double.NaN, other is null ? Number : ValueRule.NumberOf(other) ?? double.NaN);

    internal override bool? HoldsFor(BinValues bin, BinValues? other)
    {
        BinValues with = other ?? BinValues.Of(Number);
        return Comparison is Comparison.Above or Comparison.AtLeast ? IsHigher(bin, with) : IsHigher(with, bin);
    }

    // Whether all of one bin is higher than all of another, or something of it than something.
    private bool? IsHigher(BinValues upper, BinValues lower)
    {
        bool isStrict = Comparison is Comparison.Above or Comparison.Below;
        bool always = isStrict && upper.HasLow && lower.HasHigh ? upper.Low > lower.High : upper.Low >= lower.High;
        bool ever = isStrict || !(upper.HasHigh && lower.HasLow) ? upper.High > lower.Low : upper.High >= lower.Low;
        return always ? true : ever ? null : false;
    }

    private bool Compare(double value, double with) => Comparison switch
    {
        Comparison.Above => value > with,
        Comparison.AtLeast => value >= with,
        Comparison.Below => value < with,
        _ => value <= with,
    };
}
