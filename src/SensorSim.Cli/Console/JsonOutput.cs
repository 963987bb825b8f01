using System.CommandLine;
using System.CommandLine.Parsing;
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

    /// <summary>Whether the command line asks for JSON, right or wrong as it may be otherwise.</summary>
    public static bool IsWanted(ParseResult arguments) => arguments.Tokens.Any(token => token is { Type: TokenType.Option, Value: "--json" }) || arguments.UnmatchedTokens.Contains("--json", StringComparer.Ordinal);

    /// <summary>What a command prints that failed: <c>error.exit_code</c> and <c>error.problems</c>, one text for each problem.</summary>
    public static void WriteError(Terminal terminal, Failure failure)
    {
        try
        {
            Write(terminal.Out, new JsonObject
            {
                ["error"] = new JsonObject { ["exit_code"] = failure.ExitCode, ["problems"] = Array(failure.Problems) },
            });
        }
        catch (OutputException unwritable)
        {
            // The failure to report stays the one that came first.
            terminal.Say($"error: {unwritable.Message}");
        }
    }

    public static void Write(TextWriter writer, JsonNode document) => writer.WriteLine(TextOf(document));

    /// <summary>The same text for a file.</summary>
    public static string TextOf(JsonNode document) => document.ToJsonString(Options);

    /// <summary>A plain record, its properties in snake_case.</summary>
    public static void Write<T>(TextWriter writer, T record)
        where T : class => writer.WriteLine(JsonSerializer.Serialize(record, Options));

    /// <summary>An array from any sequence.</summary>
    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];

    /// <summary>An array of strings.</summary>
    public static JsonArray Array(IEnumerable<string> items) => Array(items, item => JsonValue.Create(item));
}
