using System.Globalization;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>A value in the form that a field wants.</summary>
internal static class FieldValue
{
    /// <summary>Null where the field cannot hold it; what is out of its limits is a problem.</summary>
    /// <param name="schema">Of the field.</param>
    /// <param name="number">To be sent.</param>
    /// <param name="place">Of the field, for messages.</param>
    /// <param name="isFree">No limit is tested.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static JsonNode? OfNumber(OpenApiSchema schema, double number, string place, bool isFree, List<string> problems)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        if (schema.Choices.Count > 0)
        {
            return Choice(schema, text);
        }

        if (!isFree && (number < schema.Minimum || number > schema.Maximum))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{place} takes {schema.Minimum?.ToString("R", CultureInfo.InvariantCulture) ?? "…"} to {schema.Maximum?.ToString("R", CultureInfo.InvariantCulture) ?? "…"}, and this is {text}"));
        }

        return schema.Type switch
        {
            "integer" => JsonValue.Create((long)Math.Round(number)),
            "string" => JsonValue.Create(text),
            "number" or "" => number == Math.Floor(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number) : JsonValue.Create(number),
            _ => null,
        };
    }

    /// <summary>Null where the field cannot hold it.</summary>
    public static JsonNode? OfText(OpenApiSchema schema, string text) =>
        schema.Choices.Count > 0 ? Choice(schema, text) : schema.Type is "string" or "" ? JsonValue.Create(text) : null;

    // The choice itself, or the only one that begins with it: "720" of "720_16_9".
    private static JsonNode? Choice(OpenApiSchema schema, string text)
    {
        JsonNode? same = schema.Choices.FirstOrDefault(choice => choice.ToString() == text);
        JsonNode[] longer = [.. schema.Choices.Where(choice => choice.ToString().StartsWith(text + "_", StringComparison.Ordinal))];
        return (same ?? (longer.Length == 1 ? longer[0] : null))?.DeepClone();
    }
}
