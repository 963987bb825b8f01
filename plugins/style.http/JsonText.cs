using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleHttp;

/// <summary>Fields of a server's JSON, none of which need be there or be what they should.</summary>
internal static class JsonText
{
    /// <exception cref="FormatException">It is no JSON object.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new() { MaxDepth = 32, AllowDuplicateProperties = false }) as JsonObject ?? throw new FormatException("the answer is no JSON object");
        }
        catch (JsonException broken)
        {
            throw new FormatException($"the answer is no JSON: {broken.Message}", broken);
        }
    }

    /// <summary>Empty where there is none.</summary>
    public static string Of(JsonObject node, string key) => node[key] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    /// <summary>The texts of a list; numbers as they are written.</summary>
    public static IReadOnlyList<string> ListOf(JsonObject node, string key) => [.. (node[key] as JsonArray ?? []).Select(item => item?.ToString() ?? "")];

    /// <exception cref="FormatException">It is no whole number.</exception>
    public static long Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) ? number : throw new FormatException($"{node?.ToJsonString() ?? "null"} is no whole number");
}
