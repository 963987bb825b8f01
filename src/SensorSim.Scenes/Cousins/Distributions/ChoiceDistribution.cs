using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>One of some values, each as likely and each a bin of its own. A single value is a constant.</summary>
/// <param name="Values">At least one; numbers, truth values or text.</param>
public sealed record ChoiceDistribution(IReadOnlyList<JsonValue> Values) : Distribution
{
    public override int BinCount => Values.Count;

    public override JsonValue ValueAt(double uniform) => Copy(Values[Math.Min((int)(uniform * Values.Count), Values.Count - 1)]);

    public override int BinOf(JsonValue value)
    {
        for (int bin = 0; bin < Values.Count; bin++)
        {
            if (JsonNode.DeepEquals(Values[bin], value))
            {
                return bin;
            }
        }

        throw new ArgumentException($"{value} is none of the choices.", nameof(value));
    }

    // A JSON node has one parent: each draw gets its own.
    private static JsonValue Copy(JsonValue value) => (JsonValue)value.DeepClone();
}
