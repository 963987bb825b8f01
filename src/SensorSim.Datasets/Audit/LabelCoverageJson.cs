using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Audit;

/// <summary>Coverage of labels as JSON.</summary>
internal static class LabelCoverageJson
{
    /// <summary>An array, one object for each category.</summary>
    public static JsonArray Of(LabelCoverage labels) => new([.. labels.Categories.Select(category => (JsonNode)Of(category))]);

    private static JsonObject Of(CategoryCoverage category) => new()
    {
        ["id"] = category.Id,
        ["name"] = category.Name,
        ["objects"] = category.Objects,
        ["not_visible"] = category.NotVisible,
        ["frames"] = category.Frames,
        ["samples"] = category.Samples,
        ["measures"] = new JsonObject(category.Distributions.Select(distribution => KeyValuePair.Create(distribution.Name, (JsonNode?)Of(distribution)))),
    };

    private static JsonObject Of(LabelDistribution distribution) => new()
    {
        ["unit"] = distribution.Unit,
        ["measured"] = distribution.Measured,
        ["missing_label"] = distribution.MissingLabel,
        ["bins"] = new JsonObject(distribution.Bins.Select(bin => KeyValuePair.Create(bin.Label, (JsonNode?)bin.Count))),
        ["never"] = new JsonArray([.. distribution.Gaps.Select(gap => JsonValue.Create(gap))]),
        ["quantiles"] = distribution.Quantiles is not { } q ? null : new JsonObject
        {
            ["minimum"] = q.Minimum,
            ["lower_quartile"] = q.LowerQuartile,
            ["median"] = q.Median,
            ["upper_quartile"] = q.UpperQuartile,
            ["maximum"] = q.Maximum,
        },
    };
}
