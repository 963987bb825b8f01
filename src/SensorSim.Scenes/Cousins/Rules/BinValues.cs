using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Distributions;

namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>What a draw may be within one bin: one value of a choice, or numbers between two ends.</summary>
/// <param name="Value">Of a choice; null for numbers.</param>
/// <param name="Low">The least number, or not a number.</param>
/// <param name="High">The largest number.</param>
internal readonly record struct BinValues(JsonValue? Value, double Low, double High)
{
    public static BinValues Of(Distribution distribution, int bin)
    {
        if (distribution is ContinuousDistribution continuous)
        {
            (double low, double high) = continuous.ValuesOf(bin);
            return new(null, low, high);
        }

        JsonValue value = ((ChoiceDistribution)distribution).Values[bin];
        double number = ValueRule.NumberOf(value) ?? double.NaN;
        return new(value, number, number);
    }
}
