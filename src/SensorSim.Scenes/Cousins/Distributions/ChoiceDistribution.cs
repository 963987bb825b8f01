using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Rules;

namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>One of some values, each a bin of its own. A single value is a constant.</summary>
/// <param name="Values">At least one; numbers, truth values or text.</param>
public sealed record ChoiceDistribution(IReadOnlyList<JsonValue> Values) : Distribution
{
    private readonly double[]? _weights;
    private readonly double[] _ends = [.. Enumerable.Range(1, Values.Count).Select(i => i / (double)Values.Count)];

    /// <summary>How likely each value is beside the others, all above 0; null is each as likely.</summary>
    public IReadOnlyList<double>? Weights
    {
        get => _weights;
        init
        {
            _weights = value?.ToArray();
            double sum = 0, total = _weights?.Sum() ?? 0;
            _ends = _weights is null ? _ends : [.. _weights.Select(weight => (sum += weight) / total)];
            _ends[^1] = 1;
        }
    }

    public override int BinCount => Values.Count;

    public override IReadOnlyList<JsonValue> Extremes => [.. Values.Select(Copy)];

    public override JsonValue ValueAt(double share) => Copy(Values[Math.Min(_ends.Count(end => end <= share), Values.Count - 1)]);

    public override int BinOf(JsonValue value)
    {
        for (int bin = 0; bin < Values.Count; bin++)
        {
            if (OneOfTest.IsSame(Values[bin], value))
            {
                return bin;
            }
        }

        throw new ArgumentException($"{value} is none of the choices.", nameof(value));
    }

    public override (double Low, double High) SharesOf(int bin) => (bin == 0 ? 0 : _ends[bin - 1], _ends[bin]);

    public override string LabelOf(int bin) => Values[bin].ToString();

    // A JSON node has one parent: each draw gets its own.
    private static JsonValue Copy(JsonValue value) => (JsonValue)value.DeepClone();
}
