using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins;

namespace SensorSim.Datasets.Audit;

/// <summary>What one sample drew.</summary>
/// <param name="Sample">Its number.</param>
/// <param name="Values">Name → value.</param>
/// <param name="Solved">Where its objects were put and how they travel: behind the draws in the record.</param>
public sealed record SampleDraws(long Sample, IReadOnlyDictionary<string, JsonNode?> Values, IReadOnlyList<SolvedDraw> Solved)
{
    /// <summary>From a record, which has both together.</summary>
    /// <param name="sample">Its number.</param>
    /// <param name="recorded">Name → value.</param>
    public static SampleDraws Of(long sample, IReadOnlyDictionary<string, JsonNode?> recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        (KeyValuePair<string, JsonNode?> Draw, SolvedDraw? Solved)[] all = [.. recorded.Select(draw => (draw, SolvedDraw.Of(draw.Key, draw.Value)))];
        return new(
            sample, all.Where(one => one.Solved is null).Select(one => one.Draw).ToDictionary(StringComparer.Ordinal), [.. all.Select(one => one.Solved).OfType<SolvedDraw>()]);
    }
}
