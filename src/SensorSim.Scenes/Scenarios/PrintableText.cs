using System.Globalization;
using System.Text;

namespace SensorSim.Scenes.Scenarios;

/// <summary>Text from strangers, for a terminal: what it would obey (escape sequences, direction marks, line ends) is shown as its code.</summary>
public static class PrintableText
{
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

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
