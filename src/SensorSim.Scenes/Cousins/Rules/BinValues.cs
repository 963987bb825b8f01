using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;

namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>What a draw may be within one bin: one value of a choice, or numbers between two ends.</summary>
/// <param name="Value">Of a choice; null for numbers.</param>
/// <param name="Low">Where its numbers begin, or not a number.</param>
/// <param name="High">Where they end.</param>
/// <param name="HasLow">Whether the low end itself is drawn: of a choice, and of a value that was measured more than once.</param>
/// <param name="HasHigh">Whether the high end itself is drawn.</param>
internal readonly record struct BinValues(JsonValue? Value, double Low, double High, bool HasLow, bool HasHigh)
{
    public static BinValues Of(double number) => new(null, number, number, HasLow: true, HasHigh: true);

    public static BinValues Of(Distribution distribution, int bin)
    {
        if (distribution is ContinuousDistribution continuous)
        {
            (double low, double high) = continuous.ValuesOf(bin);
            return new(null, low, high, IsDrawn(continuous, low), bin == continuous.BinCount - 1 && IsDrawn(continuous, high));
        }

        JsonValue value = ((ChoiceDistribution)distribution).Values[bin];
        return Of(ValueRule.NumberOf(value) ?? double.NaN) with { Value = value };
    }

    private static bool IsDrawn(ContinuousDistribution continuous, double value) =>
        double.IsFinite(value) && continuous.CumulativeBelow(value) < continuous.Cumulative(value);
}
