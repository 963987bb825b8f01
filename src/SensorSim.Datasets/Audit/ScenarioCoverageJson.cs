using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Audit;

/// <summary>Coverage of a scenario by a dataset as JSON, in the words of a plan.</summary>
public static class ScenarioCoverageJson
{
    public static JsonObject Of(ScenarioCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        return new()
        {
            ["scenario"] = DatasetContentJson.Of(coverage.Scenario),
            ["differences"] = new JsonArray([.. coverage.Differences.Select(text => JsonValue.Create(text))]),
            ["bins"] = new JsonObject(coverage.Draws.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)new JsonArray([.. parameter.BinLabels.Select(label => JsonValue.Create(label))])))),
            ["coverage"] = CoverageJson.Of(coverage.Report),
            ["unbinned"] = new JsonObject(coverage.Unbinned.Select(draw => KeyValuePair.Create(draw.Key, (JsonNode?)draw.Value))),
            ["render_next"] = new JsonObject { ["strength"] = coverage.Next.Strength, ["further_samples"] = coverage.Next.Samples, ["problem"] = coverage.Next.Problem },
        };
    }

    /// <summary>A verdict: "accept", "reject" or "insufficient_evidence".</summary>
    public static JsonObject Of(CoverageTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new()
        {
            ["strength"] = target.Strength,
            ["share"] = target.Share,
            ["verdict"] = target.Verdict switch
            {
                CoverageVerdict.Accept => "accept",
                CoverageVerdict.Reject => "reject",
                _ => "insufficient_evidence",
            },
            ["reason"] = target.Reason,
        };
    }
}
