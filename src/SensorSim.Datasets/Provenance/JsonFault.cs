using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SensorSim.Datasets.Provenance;

/// <summary>Where a text stops being JSON, in words of this program.</summary>
public static class JsonFault
{
    /// <param name="text">The whole of it, UTF-8.</param>
    /// <param name="e">What the parser says of it.</param>
    public static string Of(ReadOnlySpan<byte> text, JsonException e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e is not { LineNumber: { } line, BytePositionInLine: { } column })
            return "it is not JSON that can be trusted: an object has the same key twice.";
        if (text.IsEmpty)
            return "it is empty.";
        long at = StartOfLine(text, line) + column;
        string place = line == 0
            ? string.Create(CultureInfo.InvariantCulture, $"column {column + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {column + 1}");
        return at >= text.Length
            ? $"it is not whole JSON: it ends in the middle, at {place}."
            : $"it is not JSON: {NameOf(text[(int)at..])} at {place} does not belong there{(FollowsAValue(text[..(int)at], text[(int)at]) ? "; is a comma missing before it?" : ".")}";
    }

    private static bool FollowsAValue(ReadOnlySpan<byte> before, byte first) => first is (byte)'"' or (byte)'{' or (byte)'[' && before.TrimEnd(" \t\r\n"u8) is [.., (byte)'"' or (byte)'}' or (byte)']' or >= (byte)'0' and <= (byte)'9'];

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
