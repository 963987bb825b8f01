using System.Text.Json;
using System.Text.Unicode;

namespace SensorSim.Scenes.Gltf;

/// <summary>Parses the JSON part of a glTF file after a pass that allocates nothing and finds what the parser would find too late.</summary>
internal static class GltfJson
{
    // Deeper than any exporter's extras; the parser recurses, so this also guards the stack.
    private const int MaximumDepth = 64;

    public static JsonDocument Parse(string file, ReadOnlyMemory<byte> utf8, GltfLimits limits)
    {
        ReadOnlyMemory<byte> text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (text.Span.TrimStart(" \t\r\n"u8) is [not ((byte)'{' or (byte)'['), ..])
        {
            throw new GltfException(file, null, "is no glTF file: it begins neither as a .glb nor, with {, as a .gltf; expected one of these (a scenario, .yaml, is rendered without --scene)");
        }

        if (!Utf8.IsValid(text.Span))
        {
            throw new GltfException(file, null, "the JSON is not valid UTF-8; save the file as UTF-8");
        }

        try
        {
            Scan(file, text.Span, limits);
            return JsonDocument.Parse(text, new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new GltfException(file, Place(e), $"the JSON cannot be parsed ({Reason(e)}); correct it or export the file again", e);
        }
    }

    /// <summary>Counts tokens and unescapes every escaped string once: a lone surrogate would otherwise fail wherever it is first used.</summary>
    private static void Scan(string file, ReadOnlySpan<byte> text, GltfLimits limits)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaximumDepth });
        for (int tokens = 0; reader.Read(); tokens++)
        {
            if (tokens >= limits.MaximumJsonTokens)
            {
                throw new GltfException(file, null, $"the JSON has more than {limits.MaximumJsonTokens} tokens; split the scene");
            }

            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                RequireText(file, ref reader);
            }
        }
    }

    private static void RequireText(string file, ref Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new GltfException(file, $"byte {reader.TokenStartIndex} of the JSON", "a string holds half a surrogate pair; correct the escape sequence", e);
        }
    }

    private static string? Place(JsonException e) => e.LineNumber is long line ? $"{line + 1}:{(e.BytePositionInLine ?? 0) + 1}" : null;

    // The framework appends its own rendering of the position, which Place already gives.
    private static string Reason(JsonException e) => e.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.', ' ');
}
