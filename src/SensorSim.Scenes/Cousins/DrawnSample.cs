using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Cousins;

/// <summary>The values of one sample.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Values">Name → value.</param>
/// <param name="Bins">By draw, in the order of the sample space.</param>
/// <param name="BrokenRules">For each attempt that was drawn again, the place of the first rule that it broke.</param>
public sealed record DrawnSample(long Index, IReadOnlyDictionary<string, JsonValue> Values, IReadOnlyList<int> Bins, IReadOnlyList<int> BrokenRules)
{
    /// <summary>The address of the next draw, should this one not do.</summary>
    public int NextAttempt { get; init; } = 1;
}
