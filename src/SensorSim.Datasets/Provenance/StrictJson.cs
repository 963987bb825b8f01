using System.Text.Json;

namespace SensorSim.Datasets.Provenance;

/// <summary>Parses JSON in which no key stands twice.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    /// <exception cref="FormatException">Not JSON, or a key stands twice: the message has the column, and the line where there are several.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonFields, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, s_options);
            return read(new JsonFields(document.RootElement, ""));
        }
        catch (JsonException e)
        {
            throw new FormatException(JsonFault.Of(utf8.Span, e), e);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("a text in it holds half a character (a lone surrogate or broken UTF-8).", e);
        }
    }
}
