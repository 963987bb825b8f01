using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>Whether a draw is one of some values, or none of them.</summary>
/// <param name="Values">Numbers, truth values or text.</param>
/// <param name="IsNegated">Whether it must be none of them.</param>
public sealed record OneOfTest(IReadOnlyList<JsonValue> Values, bool IsNegated = false) : ValueTest
{
    internal override bool Holds(JsonValue value, JsonValue? other) => Values.Any(one => IsSame(one, value)) != IsNegated;

    internal override bool? HoldsFor(BinValues bin, BinValues? other) => bin.Value is { } value ? Holds(value, null) : null;

    // 1 and 1.0 are one number.
    internal static bool IsSame(JsonValue one, JsonValue value) =>
        JsonNode.DeepEquals(one, value) || (ValueRule.NumberOf(one) is double number && ValueRule.NumberOf(value) == number);
}
