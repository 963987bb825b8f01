using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>
/// Writes located values as YAML in one hand: block mappings, what fits on a line in braces, no anchors, tags or comments, and every
/// letter that a terminal might obey as an escape.
/// </summary>
internal sealed partial class YamlWriter
{
    private const int LineLength = 120;

    private readonly StringBuilder _text = new();

    /// <summary>The value as a file, with a line feed at the end.</summary>
    public static string Write(LocatedMapping root)
    {
        var writer = new YamlWriter();
        foreach (LocatedEntry entry in root.Entries)
        {
            writer.Entry(entry, "", mayFlow: IsShort(entry.Value));
        }

        return writer._text.ToString();
    }

    /// <summary>A text as a value.</summary>
    public static string Quoted(string text) => Scalar(new(default, text, IsPlain: false));

    // The parts of a scenario stand below each other, as people write them.
    private static bool IsShort(LocatedNode value) => value is LocatedScalar || (value is LocatedSequence list && list.Items.All(item => item is LocatedScalar));

    private void Entry(LocatedEntry entry, string indent, bool mayFlow)
    {
        string head = $"{indent}{Scalar(entry.Key)}:";
        if (Flow(entry.Value, LineLength - head.Length, mayFlow) is { } line)
        {
            _text.Append(head).Append(' ').Append(line).Append('\n');
            return;
        }

        _text.Append(head).Append('\n');
        Block(entry.Value, indent + "  ");
    }

    private void Block(LocatedNode node, string indent)
    {
        switch (node)
        {
            case LocatedMapping mapping:
                foreach (LocatedEntry entry in mapping.Entries)
                {
                    Entry(entry, indent, mayFlow: true);
                }

                break;
            case LocatedSequence list:
                foreach (LocatedNode item in list.Items)
                {
                    Item(item, indent);
                }

                break;
        }
    }

    private void Item(LocatedNode item, string indent)
    {
        if (Flow(item, LineLength - indent.Length - 2, mayFlow: true) is { } line)
        {
            _text.Append(indent).Append("- ").Append(line).Append('\n');
            return;
        }

        int begin = _text.Length;
        Block(item, indent + "  ");
        _text[begin + indent.Length] = '-';
    }

    // Null where it is no single line of that length. Scalars and what is empty always are.
    private static string? Flow(LocatedNode node, int room, bool mayFlow) => node switch
    {
        LocatedScalar scalar => Scalar(scalar),
        LocatedMapping { Entries.Count: 0 } => "{}",
        LocatedSequence { Items.Count: 0 } => "[]",
        _ when !mayFlow || room <= 0 || node.Size > LineLength => null,
        LocatedMapping mapping => Fitting("{ ", mapping.Entries.Select(entry => Flow(entry.Value, room, true) is { } value ? $"{Scalar(entry.Key)}: {value}" : null), " }", room),
        LocatedSequence list => Fitting("[", list.Items.Select(item => Flow(item, room, true)), "]", room),
        _ => null,
    };

    private static string? Fitting(string open, IEnumerable<string?> parts, string close, int room)
    {
        string?[] all = [.. parts];
        return Array.TrueForAll(all, part => part is not null) && $"{open}{string.Join(", ", all)}{close}" is { } line && line.Length <= room ? line : null;
    }

    private static string Scalar(LocatedScalar scalar) => scalar switch
    {
        { IsNull: true } => "~",
        { IsPlain: true, Text: "true" or "false" } => scalar.Text,
        { IsPlain: true } when ScalarReader.TryNumber(scalar, out _) && NumberText().IsMatch(scalar.Text) => scalar.Text,
        _ when PlainText().IsMatch(scalar.Text) && !Words().IsMatch(scalar.Text) => scalar.Text,
        _ => InQuotes(scalar.Text),
    };

    private static string InQuotes(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when IsSeen(rune) => rune.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // Begins with a letter, a version or a count of something, so that it is no number and nothing else that YAML knows.
    [GeneratedRegex(@"\A([A-Za-z]|[0-9]+\.[0-9]+\.[0-9]|[0-9]+ [A-Za-z])[A-Za-z0-9_./-]*([ :;]?[A-Za-z0-9_./()%+*?-]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainText();

    [GeneratedRegex(@"\A(y|n|yes|no|on|off|true|false|null|inf|nan)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\A[-+.0-9eExXa-fA-FinNIF_]{1,40}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberText();
}
