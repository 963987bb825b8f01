using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Provenance;

/// <summary>Writes a tree of JSON canonically: here keys are sorted, and numbers that came as text are checked against it.</summary>
internal static class CanonicalJsonNode
{
    /// <exception cref="FormatException">A number has no exact double.</exception>
    public static void Write(CanonicalJsonWriter json, JsonNode? node)
    {
        switch (node)
        {
            case null:
                json.Null();
                break;
            case JsonObject map:
                WriteObject(json, map);
                break;
            case JsonArray list:
                json.BeginArray();
                foreach (JsonNode? item in list)
                    Write(json, item);
                json.EndArray();
                break;
            default:
                WriteValue(json, node.AsValue());
                break;
        }
    }

    private static void WriteObject(CanonicalJsonWriter json, JsonObject map)
    {
        json.BeginObject();
        foreach ((string key, JsonNode? value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.Key(key);
            Write(json, value);
        }

        json.EndObject();
    }

    private static void WriteValue(CanonicalJsonWriter json, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                json.String(value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                json.Number(value.TryGetValue(out double number) ? FromDouble(value, number) : CanonicalNumber.Parse(value.ToJsonString()));
                break;
            default:
                json.Boolean(value.GetValueKind() == JsonValueKind.True);
                break;
        }
    }

    /// <summary>A node read from text also offers a double; its integers must be checked against the text.</summary>
    private static double FromDouble(JsonValue value, double number) =>
        Math.Abs(number) > CanonicalNumber.MaximumSafeInteger ? CanonicalNumber.Parse(value.ToJsonString()) : number;
}
