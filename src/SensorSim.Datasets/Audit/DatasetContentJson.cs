using System.Text.Json.Nodes;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Audit;

/// <summary>What a dataset's records say, as JSON.</summary>
public static class DatasetContentJson
{
    public static JsonObject Of(DatasetContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new()
        {
            ["merkle_root"] = content.Description.MerkleRoot,
            ["scenario"] = Of(content.Description.Plan.Scenario),
            ["frames"] = content.Labels.Frames,
            ["samples"] = content.Draws.Count,
            ["rejected_frames"] = content.FailureModes.Sum(mode => mode.Rejected),
            ["frames_without_objects"] = content.Labels.EmptyFrames,
            ["failure_modes"] = new JsonArray([.. content.FailureModes.Select(mode => (JsonNode)Of(mode))]),
            ["styles"] = new JsonArray([.. content.Styles.Select(style => (JsonNode)Of(style))]),
            ["tasks"] = content.Description.Tasks?.ToJson(),
            ["categories"] = LabelCoverageJson.Of(content.Labels),
            ["draws"] = new JsonArray([.. RecordedDraw.Of(content.Draws).Select(draw => (JsonNode)Of(draw))]),
            ["placed"] = SolvedObjectsJson.Of(SolvedObjects.PlacedIn(content.Draws)),
            ["paths"] = SolvedObjectsJson.Of(SolvedObjects.TravellingIn(content.Draws)),
            ["redrawn"] = content.Redrawn.ToJson(),
        };
    }

    internal static JsonObject Of(ScenarioIdentity scenario) => new() { ["id"] = scenario.Id, ["version"] = scenario.Version, ["sha256"] = scenario.Sha256 };

    private static JsonObject Of(FailureModeCount mode) => new()
    {
        ["failure_mode"] = mode.FailureMode,
        ["frames"] = mode.Frames,
        ["samples"] = mode.Samples,
        ["rejected_frames"] = mode.Rejected,
    };

    private static JsonObject Of(StyleUse style) => new()
    {
        ["use"] = style.Use,
        ["version"] = style.Version,
        ["stage"] = style.Stage,
        ["nature"] = style.Nature,
        ["frames"] = style.Frames,
        ["passed"] = style.Passed,
        ["failed"] = style.Failed,
        ["unjudged"] = style.Unjudged,
    };

    private static JsonObject Of(RecordedDraw draw) => new()
    {
        ["name"] = draw.Name,
        ["samples"] = draw.Samples,
        ["distinct"] = draw.Distinct,
        ["minimum"] = draw.Minimum,
        ["maximum"] = draw.Maximum,
    };
}
