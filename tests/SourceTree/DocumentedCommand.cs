using System.Text;
using System.Text.RegularExpressions;

namespace SensorSim.Tests;

/// <summary>A call of the program that a document shows, in a block or within a sentence.</summary>
/// <param name="Document">Path in the repository.</param>
/// <param name="Line">From 1.</param>
/// <param name="Arguments">As a shell would give them to the program.</param>
public sealed partial record DocumentedCommand(string Document, int Line, IReadOnlyList<string> Arguments)
{
    /// <summary>The words after the program's name.</summary>
    public string Text => string.Join(' ', Arguments);

    /// <summary>"sensorsim audit" in a sentence names the command, and wants no dataset.</summary>
    public bool IsNameOnly => Arguments.All(word => !word.StartsWith('-') && word.All(c => char.IsAsciiLetterLower(c)));

    public override string ToString() => $"{Document}:{Line}: {Text}";

    /// <summary>Every call in every document, in their order.</summary>
    public static IEnumerable<DocumentedCommand> All() => Documents().SelectMany(path => In(Repository.Relative(path), File.ReadAllText(path)));

    /// <summary>The calls in a document's text.</summary>
    public static IEnumerable<DocumentedCommand> In(string document, string text)
    {
        foreach (Match call in Call().Matches(text))
        {
            int line = text.AsSpan(0, call.Index).Count('\n') + 1;
            yield return new(document, line, Words(call.Groups["arguments"].Value.Replace("\\\n", " ", StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<string> Documents() =>
        [Repository.PathOf("README.md"), Repository.PathOf("CONTRIBUTING.md"), .. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Order(StringComparer.Ordinal)];

    // Words end at spaces outside of quotes; a call ends at a comment, a pipe or a redirection.
    private static string[] Words(string text)
    {
        var words = new List<string>();
        foreach (Match word in Word().Matches(text))
        {
            if (word.Value[0] is '#' or '|' or '>' or '&' or ';') break;
            words.Add(Unquoted(word.Value));
        }

        return [.. words];
    }

    private static string Unquoted(string word)
    {
        var plain = new StringBuilder();
        char quote = '\0';
        foreach (char c in word)
        {
            if (quote == '\0' && c is '\'' or '"') quote = c;
            else if (c == quote) quote = '\0';
            else plain.Append(c);
        }

        return plain.ToString();
    }

    // At the start of a line of a block, or between backquotes.
    [GeneratedRegex(@"(^|`)(LD_LIBRARY_PATH=\S+ )?(\./|[A-Z]+/)?sensorsim (?<arguments>([^`\n\\]|\\\n)+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex("""([^\s'"]|'[^']*'|"[^"]*")+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
