using System.Buffers;
using System.Globalization;
using System.Text;

namespace SensorSim.Scenes.Scenarios;

/// <summary>Text from strangers, for a terminal: what it would obey (escape sequences, direction marks, line ends) is shown as its code.</summary>
public static class PrintableText
{
    private static readonly SearchValues<char> s_controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))]);

    /// <summary>One line.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var printable = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsSeen(rune))
                printable.Append(rune);
            else
                printable.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
        }

        return printable.ToString();
    }

    /// <summary>Several lines.</summary>
    public static string OfLines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join('\n', text.Split('\n').Select(Of));
    }

    /// <summary>Text for programs as well: of all that only what a terminal obeys in any text is shown as its code, and lines and columns stay.</summary>
    public static string WithoutControls(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(s_controls)
            ? string.Concat(text.Select(letter => s_controls.Contains(letter) ? FormattableString.Invariant($"\\u{{{(int)letter:x}}}") : letter.ToString()))
            : text;
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
