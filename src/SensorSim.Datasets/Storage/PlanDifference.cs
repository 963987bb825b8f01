using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>Says in what a dataset's plan is not that of a run.</summary>
internal static class PlanDifference
{
    private const int MaximumTold = 3;

    /// <summary>The first values that differ, with the key of each; null when none does.</summary>
    /// <param name="there">The plan of the dataset and which part of it the dataset is.</param>
    /// <param name="here">Those of the run.</param>
    public static string? Between((DatasetPlan Plan, DatasetShard? Shard) there, (DatasetPlan Plan, DatasetShard? Shard) here)
    {
        string[] all = [.. Values(Json(there.Plan), Json(here.Plan))];
        if (there.Shard != here.Shard)
            all = [$"the shard was {Text(there.Shard)}, here it is {Text(here.Shard)}", .. all];
        return Told(all);
    }

    /// <summary>The same of two first lines of journals.</summary>
    public static string? BetweenHeaders(JsonNode? there, JsonNode? here) => Told([.. Values(there, here).Where(value => !value.StartsWith("plan_sha256 ", StringComparison.Ordinal))]);

    /// <summary>What the plan's digest is over.</summary>
    public static JsonNode? Json(DatasetPlan plan)
    {
        var json = new CanonicalJsonWriter();
        DatasetDescriptionJson.WritePlan(json, plan);
        return JsonNode.Parse(json.Written.Span);
    }

    private static string? Told(string[] all) =>
        all.Length == 0 ? null : string.Join("; ", all.Take(MaximumTold)) + (all.Length > MaximumTold ? $"; and {all.Length - MaximumTold} more" : "");

    private static string Text(DatasetShard? shard) => shard is null ? "the whole" : $"{shard.Index}/{shard.Of}";

    private static IEnumerable<string> Values(JsonNode? there, JsonNode? here) =>
        JsonDifference.Between(there, here).Select(one => $"{one.Key} was {one.There}, here it is {one.Here}");
}
