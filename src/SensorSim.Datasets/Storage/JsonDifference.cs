using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Storage;

/// <summary>A value that two documents do not have alike.</summary>
/// <param name="Key">Its path, such as <c>counts.frames</c> or <c>chunks[0].first</c>.</param>
/// <param name="There">As JSON, cut where it is long; "nothing" where it is missing.</param>
/// <param name="Here">The same of the other document.</param>
internal sealed record JsonDifference(string Key, string There, string Here)
{
    private const int LongestValue = 120;

    /// <summary>The innermost ones, in the order of the first document.</summary>
    public static IEnumerable<JsonDifference> Between(JsonNode? there, JsonNode? here) => Below("", there, here);

    private static IEnumerable<JsonDifference> Below(string key, JsonNode? there, JsonNode? here)
    {
        if (there is JsonObject then && here is JsonObject now)
        {
            return then.Concat(now).Select(pair => pair.Key).Distinct(StringComparer.Ordinal)
                .SelectMany(name => Below(key.Length == 0 ? name : $"{key}.{name}", then[name], now[name]));
        }

        if (there is JsonArray before && here is JsonArray after && before.Count == after.Count)
            return before.Zip(after).SelectMany((pair, i) => Below($"{key}[{i}]", pair.First, pair.Second));
        return JsonNode.DeepEquals(there, here) ? [] : [new(key, Text(there), Text(here))];
    }

    private static string Text(JsonNode? value) =>
        value?.ToJsonString() is not { } text ? "nothing" : text.Length > LongestValue ? $"{text.AsSpan(0, LongestValue)}…" : text;
}
