using System.Text.Json.Nodes;

namespace SensorSim.Style;

/// <summary>A restyled clip.</summary>
/// <param name="Frames">As many as the clip has, of the same size, in the same order. Values outside 0 to 1 are clipped by the host.</param>
public sealed record StyleResult(IReadOnlyList<StyleImage> Frames)
{
    /// <summary>
    /// What else the records of these frames keep: which target, digests of request and response, identity of the endpoint. Keys in snake_case. Of a deterministic backend the
    /// same each time.
    /// </summary>
    public IReadOnlyDictionary<string, JsonNode?> Evidence { get; init; } = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
}
