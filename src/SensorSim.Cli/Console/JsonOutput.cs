using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Cli.Console;

/// <summary>What <c>--json</c> prints: one indented document on standard output.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter writer, JsonNode document) => writer.WriteLine(document.ToJsonString(Options));

    /// <summary>A plain record, its properties in snake_case.</summary>
    public static void Write<T>(TextWriter writer, T record)
        where T : class => writer.WriteLine(JsonSerializer.Serialize(record, Options));

    /// <summary>An array from any sequence.</summary>
    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];

    /// <summary>An array of strings.</summary>
    public static JsonArray Array(IEnumerable<string> items) => Array(items, item => JsonValue.Create(item));
}
