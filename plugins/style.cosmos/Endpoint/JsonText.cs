using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>JSON of strangers: what would be found wrong with it when it is used is found when it is read.</summary>
internal static class JsonText
{
    /// <exception cref="FormatException">It is no JSON, has a key twice, or holds half a character.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            JsonNode? node = JsonNode.Parse(json, documentOptions: new() { AllowDuplicateProperties = false });
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return node;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new FormatException(broken.Message, broken);
        }
    }

    /// <summary>Null where it is no text.</summary>
    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
