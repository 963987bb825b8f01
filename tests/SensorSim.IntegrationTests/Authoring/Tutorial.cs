using System.Text;
using System.Text.RegularExpressions;

namespace SensorSim.IntegrationTests.Authoring;

/// <summary>The first section of docs/plugins.md as a script: what a reader types and which files a reader writes, in the order of the page.</summary>
/// <param name="Script">Bash.</param>
/// <param name="Shown">What the page says that the program prints.</param>
internal sealed partial record Tutorial(string Script, IReadOnlyList<string> Shown)
{
    private const string Heading = "## Ten minutes";

    /// <summary>Reads the page.</summary>
    public static Tutorial Read(string page)
    {
        int start = page.IndexOf(Heading, StringComparison.Ordinal), end = page.IndexOf("\n## ", start + Heading.Length, StringComparison.Ordinal);
        var script = new StringBuilder();
        var shown = new List<string>();
        foreach (Match block in BlockPattern().Matches(page[start..end]))
        {
            string language = block.Groups["language"].Value, text = block.Groups["text"].Value, file = block.Groups["file"].Value;
            if (file.Length > 0) script.Append("cat >'").Append(file).Append("' <<'END OF FILE'\n").Append(text).Append("END OF FILE\n");
            else if (language == "sh") script.Append(text);
            else if (language == "text") shown.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            else throw new InvalidDataException($"A block of {language} in the tutorial has no file name in front of it.");
        }

        return new(script.ToString(), shown);
    }

    // A file's block stands behind a line that has nothing but its name, in backquotes, and a colon.
    [GeneratedRegex(@"(^`(?<file>[^`\n]+)`:\n\n)?^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockPattern();
}
