using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Storage;

/// <summary>How many episodes did what their task says, and why others did not.</summary>
/// <param name="Succeeded">Samples.</param>
/// <param name="Failed">Reason → samples.</param>
public sealed record TaskCounts(long Succeeded, IReadOnlyDictionary<string, long> Failed)
{
    /// <summary>Samples that tried.</summary>
    public long Tried => Succeeded + Failed.Values.Sum();

    /// <summary>"3 of 5 episodes succeeded; failed: 1 × out of reach, 1 × cube_1 on cube_2".</summary>
    public string Text => $"{Succeeded} of {Tried} episodes succeeded{(Failed.Count == 0 ? "" : $"; failed: {string.Join(", ", Failed.OrderByDescending(one => one.Value).Select(one => $"{one.Value} × {one.Key}"))}")}";

    public JsonObject ToJson() => new() { ["succeeded"] = Succeeded, ["failed"] = new JsonObject(Failed.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))) };
}
