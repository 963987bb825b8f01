using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Motion;

namespace SensorSim.Scenes.Cousins.Paths;

/// <summary>A sample's path as the record has it, every digit of it: { points, speed_m_s, starts_at_s, faces_ahead }.</summary>
internal static class PathJson
{
    public static JsonObject ToJson(TimedPath path)
    {
        JsonObject json = Unpaused(path);
        if (path.PauseSeconds > 0)
        {
            (json["pauses_at_s"], json["pause_s"]) = (path.PauseAtSeconds, path.PauseSeconds);
        }

        return json;
    }

    private static JsonObject Unpaused(TimedPath path) => new()
    {
        ["points"] = new JsonArray([.. path.Points.Select(point => new JsonArray(point.X, point.Y, point.Z))]),
        ["speed_m_s"] = path.SpeedMetresPerSecond,
        ["starts_at_s"] = path.StartSeconds,
        ["faces_ahead"] = path.FacesAhead,
    };

    /// <summary>Null for what is no path.</summary>
    public static TimedPath? Of(JsonNode? node)
    {
        if (node is not JsonObject json || json["points"] is not JsonArray list || Number(json["speed_m_s"]) is not { } speed || Number(json["starts_at_s"]) is not { } start
            || json["faces_ahead"] is not JsonValue ahead || !ahead.TryGetValue(out bool facesAhead))
        {
            return null;
        }

        Vector3d?[] points = [.. list.Select(PointOf)];
        bool isWay = points.All(point => point is not null) && points.Distinct().Count() > 1;
        TimedPath? path = isWay && speed > 0 ? new(points.Select(point => point!.Value), speed, start, facesAhead) : null;
        return Number(json["pauses_at_s"]) is { } at && Number(json["pause_s"]) is { } pause ? path?.Pausing(at, pause) : path;
    }

    private static Vector3d? PointOf(JsonNode? node) =>
        node is JsonArray { Count: 3 } list && (Number(list[0]), Number(list[1]), Number(list[2])) is ({ } x, { } y, { } z) ? new(x, y, z) : null;

    private static double? Number(JsonNode? node) => node is JsonValue value && ValueRule.NumberOf(value) is { } number && double.IsFinite(number) ? number : null;
}
