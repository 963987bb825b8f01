using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Scenes.Scenarios.Episodes;
using static SensorSim.Hosting.Records.RecordValues;

namespace SensorSim.Hosting.Records;

/// <summary>An event that bodies feel, as records have it; the draws change it.</summary>
internal static class EventJson
{
    public static JsonNode ToJson(ScenarioEvent one) => new JsonObject
    {
        ["name"] = one.Name,
        ["kind"] = WordOf(one.Kind),
        ["match"] = one.Match,
        ["at_s"] = one.AtSeconds,
        ["friction"] = one.Friction,
        ["impulse_n_s"] = one.ImpulseNewtonSeconds,
        ["direction"] = NumbersOf(one.Direction),
        ["point_m"] = NumbersOf(one.PointMetres),
    };

    /// <exception cref="FormatException">A value that no run writes.</exception>
    public static ScenarioEvent Of(JsonFields fields) => new(
        fields.Text("name"), WordIn<EventKind>(fields, "kind") ?? throw new FormatException("'kind' is missing."), fields.Text("match"), fields.NonNegative("at_s"))
    {
        Friction = fields.NonNegative("friction"),
        ImpulseNewtonSeconds = fields.NonNegative("impulse_n_s"),
        Direction = VectorOf(fields.Numbers("direction", 3)),
        PointMetres = VectorOf(fields.Numbers("point_m", 3)),
    };
}
