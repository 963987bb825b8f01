using System.Text.RegularExpressions;

namespace SensorSim.Hosting.Drafting;

/// <summary>The scenario within an answer: models like to think aloud and to put their work between fences.</summary>
internal static partial class AnswerText
{
    public static string Scenario(string answer)
    {
        int thought = answer.LastIndexOf("</think>", StringComparison.Ordinal);
        string rest = thought < 0 ? answer : answer[(thought + "</think>".Length)..];
        Match fence = Fence().Match(rest);
        return (fence.Success ? fence.Groups["inside"].Value : rest).Trim('\r', '\n');
    }

    [GeneratedRegex(@"^```[A-Za-z]*[ \t]*\r?\n(?<inside>.*?)(^```|\z)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
