using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// JSON in the one form that can be hashed: RFC 8785 (keys sorted by UTF-16 code units, ECMAScript numbers, no spaces).
/// An integer that no double holds exactly is refused rather than rounded.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The canonical UTF-8 bytes of a value.</summary>
    public static byte[] Serialize(JsonNode? node)
    {
        var writer = new CanonicalJsonWriter();
        writer.Node(node);
        return writer.Written.ToArray();
    }

    /// <summary>Strict JSON: no comments, no trailing commas, no key twice.</summary>
    /// <exception cref="JsonException">The text is not such JSON.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8) => JsonNode.Parse(utf8, documentOptions: s_strict);

    /// <summary>Parses any JSON and writes it canonically.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="FormatException">A number has no exact double.</exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> utf8) => Serialize(Parse(utf8));

    /// <summary>Whether the text is JSON and already in canonical form.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Canonicalize(utf8).AsSpan().SequenceEqual(utf8);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
