using System.Text.Json.Nodes;
using SensorSim.Geometry;

namespace SensorSim.Datasets.Audit;

/// <summary>Placed and travelling objects as JSON.</summary>
internal static class SolvedObjectsJson
{
    /// <summary>A list of { objects, count, samples, fewest_in_a_sample, most_in_a_sample, low_m, high_m }; of paths also speed_m_s and starts_at_s, each [least, largest].</summary>
    public static JsonArray Of(IEnumerable<SolvedObjects> all) => new([.. all.Select(one => (JsonNode)Of(one))]);

    private static JsonObject Of(SolvedObjects one)
    {
        var json = new JsonObject
        {
            ["objects"] = one.Names,
            ["count"] = one.Objects,
            ["samples"] = one.Samples,
            ["fewest_in_a_sample"] = one.Fewest,
            ["most_in_a_sample"] = one.Most,
            ["low_m"] = List(one.Low),
            ["high_m"] = List(one.High),
        };
        if (one is { Speed: { } speed, Start: { } start })
        {
            json["speed_m_s"] = List(speed);
            json["starts_at_s"] = List(start);
        }

        return json;
    }

    private static JsonArray List(Vector3d point) => new(point.X, point.Y, point.Z);

    private static JsonArray List(ValueRange range) => new(range.Minimum, range.Maximum);
}
