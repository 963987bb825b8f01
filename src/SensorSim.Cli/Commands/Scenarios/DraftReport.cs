using SensorSim.Cli.Console;
using SensorSim.Hosting.Drafting;

namespace SensorSim.Cli.Commands.Scenarios;

/// <summary>Shows each attempt of a model: how it differs from what was there before, and what is wrong with it.</summary>
/// <param name="terminal">Standard error gets it.</param>
/// <param name="before">What the first attempt is compared with; empty shows it whole.</param>
internal sealed class DraftReport(Terminal terminal, string before)
{
    private const int MostErrors = 40;
    private const int MostLines = 1000;

    private string _before = before;

    public void Tell(DraftAttempt attempt)
    {
        string verdict = attempt.IsValid ? "valid" : Quantity.Of(attempt.Errors.Count, "error");
        terminal.Say($"answer {attempt.Number}: {verdict}");
        if (attempt.Yaml is { } yaml)
        {
            Say(UnifiedDiff.Of(_before, yaml), MostLines);
            _before = yaml;
        }

        Say([.. attempt.Errors.Select(error => error.ToString())], MostErrors);
    }

    private void Say(IReadOnlyList<string> lines, int most)
    {
        foreach (string line in lines.Take(most)) terminal.Say(line);
        if (lines.Count > most) terminal.Say(FormattableString.Invariant($"… and {lines.Count - most} more"));
    }
}
