using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SensorSim.Datasets.Provenance;

/// <summary>Parses JSON and says in words of this program where a text stops being JSON.</summary>
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
            throw new FormatException(Describe(utf8.Span, e), e);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("a text in it holds half a character (a lone surrogate or broken UTF-8).", e);
        }
    }

    private static string Describe(ReadOnlySpan<byte> text, JsonException e)
    {
        if (e is not { LineNumber: { } line, BytePositionInLine: { } column })
            return "it is not JSON that can be trusted: an object has the same key twice.";
        long at = StartOfLine(text, line) + column;
        string place = line == 0
            ? string.Create(CultureInfo.InvariantCulture, $"column {column + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {column + 1}");
        return at >= text.Length
            ? $"it is not whole JSON: it ends in the middle, at {place}."
            : $"it is not JSON: {NameOf(text[(int)at..])} at {place} does not belong there.";
    }

    private static long StartOfLine(ReadOnlySpan<byte> text, long line)
    {
        int start = 0;
        for (; line > 0; line--)
            start += text[start..].IndexOf((byte)'\n') + 1;
        return start;
    }

    private static string NameOf(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out Rune rune, out _);
        bool isVisible = rune != Rune.ReplacementChar && !Rune.IsControl(rune);
        return isVisible ? $"'{rune}'" : string.Create(CultureInfo.InvariantCulture, $"the byte 0x{text[0]:x2}");
    }
}
