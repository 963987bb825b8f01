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
        (double low, double high) = other is { } second ? (second.Low, second.High) : (Number, Number);
        if (bin.Low == bin.High && low == high)
        {
            return Compare(bin.Low, low);
        }

        // A value is never just at the end of a range.
        bool always = Rises ? bin.Low >= high : bin.High <= low;
        bool ever = Rises ? bin.High > low : bin.Low < high;
        return always ? true : ever ? null : false;
    }

    private bool Rises => Comparison is Comparison.Above or Comparison.AtLeast;

    private bool Compare(double value, double with) => Comparison switch
    {
        Comparison.Above => value > with,
        Comparison.AtLeast => value >= with,
        Comparison.Below => value < with,
        _ => value <= with,
    };
}
