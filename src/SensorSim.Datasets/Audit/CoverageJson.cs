using System.Text.Json.Nodes;
using SensorSim.Scenes.Coverage;

namespace SensorSim.Datasets.Audit;

/// <summary>A coverage report as JSON: the same words before and after rendering.</summary>
public static class CoverageJson
{
    /// <summary>Counts and shares; what is missing by name.</summary>
    public static JsonObject Of(CoverageReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new()
        {
            ["samples"] = report.Samples,
            ["range"] = report.Ranges.Share,
            ["parameters"] = new JsonArray([.. report.Ranges.Parameters.Select(Of)]),
            ["t_way"] = new JsonArray([.. report.Tuples.Select(Of)]),
            ["omitted"] = new JsonArray([.. report.Omitted.Select(text => JsonValue.Create(text))]),
        };
    }

    private static JsonObject Of(ParameterCoverage parameter) => new()
    {
        ["name"] = parameter.Name,
        ["range"] = parameter.Share,
        ["bin_counts"] = new JsonArray([.. parameter.Counts.Select(count => JsonValue.Create(count))]),
        ["feasible_bins"] = parameter.FeasibleBins,
        ["occupied_bins"] = parameter.OccupiedBins,
        ["widest_gap"] = parameter.WidestGap is not { } gap ? null : new JsonObject { ["above"] = gap.Above, ["below"] = gap.Below, ["probability"] = gap.Probability },
        ["fit"] = parameter.Fit is not { } fit ? null : new JsonObject
        {
            ["test"] = fit.Test,
            ["statistic"] = fit.Statistic,
            ["p_value"] = fit.PValue,
            ["samples"] = fit.Samples,
            ["reliable"] = fit.IsReliable,
        },
    };

    private static JsonObject Of(TupleCoverage tuples) => new()
    {
        ["strength"] = tuples.Strength,
        ["total"] = tuples.TotalShare,
        ["simple"] = tuples.SimpleShare,
        ["covered_tuples"] = tuples.CoveredTuples,
        ["feasible_tuples"] = tuples.FeasibleTuples,
        ["infeasible_tuples"] = tuples.InfeasibleTuples,
        ["minimum"] = tuples.MinimumShare,
        ["minimum_at"] = new JsonArray([.. tuples.MinimumAt.Select(name => JsonValue.Create(name))]),
        ["missing"] = new JsonArray([.. tuples.Missing.Select(Of)]),
    };

    private static JsonObject Of(MissingTuple missing) => new()
    {
        ["bins"] = new JsonObject(missing.Bins.Select(bin => new KeyValuePair<string, JsonNode?>(bin.Key, bin.Value))),
        ["declared_probability"] = missing.DeclaredProbability,
    };
}
