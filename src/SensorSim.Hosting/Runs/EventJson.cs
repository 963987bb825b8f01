using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs;

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
        ["direction"] = ToJson(one.Direction),
        ["point_m"] = ToJson(one.PointMetres),
    };

    /// <exception cref="FormatException">A value that no run writes.</exception>
    public static ScenarioEvent Of(JsonFields fields) => new(
        fields.Text("name"), Enum.GetValues<EventKind>().First(kind => WordOf(kind) == fields.OneOf("kind", [.. Enum.GetValues<EventKind>().Select(WordOf)])), fields.Text("match"), fields.NonNegative("at_s"))
    {
        Friction = fields.NonNegative("friction"),
        ImpulseNewtonSeconds = fields.NonNegative("impulse_n_s"),
        Direction = VectorOf(fields.Numbers("direction", 3)),
        PointMetres = VectorOf(fields.Numbers("point_m", 3)),
    };

    private static string WordOf(EventKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static JsonArray ToJson(Vector3d v) => new(v.X, v.Y, v.Z);

    private static Vector3d VectorOf(IReadOnlyList<double> numbers) => new(numbers[0], numbers[1], numbers[2]);
}
