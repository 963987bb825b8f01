using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Audit;

/// <summary>All that an audit found.</summary>
/// <param name="Dataset">The dataset's folder.</param>
/// <param name="Content">What its records say.</param>
/// <param name="Coverage">What its samples cover of a scenario; null where none was named.</param>
/// <param name="Target">Null where none was asked for.</param>
public sealed record DatasetAudit(string Dataset, DatasetContent Content, ScenarioCoverage? Coverage, CoverageTarget? Target)
{
    public JsonObject ToJson()
    {
        JsonObject json = DatasetContentJson.Of(Content);
        json.Insert(0, "dataset", Dataset);
        json["scenario_coverage"] = Coverage is null ? null : ScenarioCoverageJson.Of(Coverage);
        json["target"] = Target is null ? null : ScenarioCoverageJson.Of(Target);
        return json;
    }
}
