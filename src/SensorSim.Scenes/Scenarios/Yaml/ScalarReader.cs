using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Plugins;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>Reads single values; a wrong one is reported and null comes back.</summary>
internal static class ScalarReader
{
    /// <summary>Names above this length are not compared: the distance is quadratic.</summary>
    private const int LongestName = 128;

    public static string? Text(LocatedNode node, string key, ReadingLog log, string expected = "text")
    {
        if (node is LocatedScalar { IsBlank: false } scalar)
        {
            return scalar.Text;
        }

        log.Add(node, key, $"there is {node.Description}", expected);
        return null;
    }

    public static double? Number(LocatedNode node, string key, NumberRange range, ReadingLog log)
    {
        if (node is LocatedScalar scalar && TryNumber(scalar, out double value) && double.IsFinite(value) && range.Contains(value))
        {
            log.NoteAngle(scalar, key, value);
            return value;
        }

        log.Add(node, key, $"there is {node.Description}", range.Describe("a number"), WithPoint(node));
        return null;
    }

    public static ulong? Integer(LocatedNode node, string key, ulong min, ulong max, string unit, ReadingLog log)
    {
        if (node is LocatedScalar { IsPlain: true } scalar
            && ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
            && value >= min && value <= max)
        {
            return value;
        }

        string suffix = unit.Length > 0 ? $" ({unit})" : "";
        log.Add(node, key, $"there is {node.Description}", $"a whole number from {min} to {max}{suffix}");
        return null;
    }

    public static bool? Truth(LocatedNode node, string key, ReadingLog log)
    {
        switch (node)
        {
            case LocatedScalar { IsPlain: true, Text: "true" }: return true;
            case LocatedScalar { IsPlain: true, Text: "false" }: return false;
            default:
                log.Add(node, key, $"there is {node.Description}", "true or false");
                return null;
        }
    }

    /// <summary>One of some words; null after an error.</summary>
    public static string? Word(LocatedNode node, string key, IReadOnlyCollection<string> words, ReadingLog log)
    {
        string? text = (node as LocatedScalar)?.Text;
        if (text is not null && words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        log.Add(node, key, $"there is {node.Description}", OneOf(words), text is null ? null : log.Nearest(text, words));
        return null;
    }

    /// <summary>A scalar as JSON: numbers and truth values when they are not quoted, else text.</summary>
    public static JsonValue? Json(LocatedNode node, string key, ReadingLog log)
    {
        switch (node)
        {
            case LocatedScalar { IsPlain: true, Text: "true" or "false" } truth:
                return JsonValue.Create(truth.Text == "true");
            case LocatedScalar { IsPlain: true } whole when TryWhole(whole, out long value):
                return JsonValue.Create(value);
            case LocatedScalar scalar when TryNumber(scalar, out double value):
                return Number(scalar, key, NumberRange.Any, log) is null ? null : JsonValue.Create(value);
            default:
                return Text(node, key, log) is string text ? JsonValue.Create(text) : null;
        }
    }

    /// <summary>True for an unquoted number, also one that is not finite.</summary>
    public static bool TryNumber(LocatedScalar scalar, out double value)
    {
        value = 0;
        if (!scalar.IsPlain)
        {
            return false;
        }

        switch (scalar.Text.TrimStart('-', '+'))
        {
            case ".inf" or ".Inf" or ".INF": value = double.PositiveInfinity; return true;
            case ".nan" or ".NaN" or ".NAN": value = double.NaN; return true;
            default: return HasDigit(scalar.Text) && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        }
    }

    public static string? Nearest(string given, IEnumerable<string> candidates) =>
        given.Length > LongestName ? null : NearestName.Of(given, candidates.Where(c => c.Length <= LongestName));

    /// <summary>Of what there is; what has no name, or the name of another, would say nothing.</summary>
    public static string OneOf(IEnumerable<string> words) => $"one of {string.Join(", ", words.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal))}";

    /// <summary>0.001 where there is 0,001, with a decimal comma; else null.</summary>
    public static string? WithPoint(LocatedNode node) =>
        node is LocatedScalar { IsPlain: true } scalar && scalar.Text.Count(letter => letter == ',') == 1 && scalar.Text.Replace(',', '.') is var text
        && TryNumber(scalar with { Text = text }, out _) ? text : null;

    private static bool TryWhole(LocatedScalar scalar, out long value) =>
        long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    // "Infinity" and "NaN" parse in .NET; in YAML they are text.
    private static bool HasDigit(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
}
