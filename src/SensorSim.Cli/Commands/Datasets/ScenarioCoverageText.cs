using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary>What a dataset covers of a scenario, as tables and sentences.</summary>
internal static class ScenarioCoverageText
{
    /// <param name="terminal">Gets the tables; differences and values in no bin as warnings.</param>
    /// <param name="coverage">What to print.</param>
    /// <param name="folder">The dataset as it was named.</param>
    public static void Write(Terminal terminal, ScenarioCoverage coverage, string folder)
    {
        terminal.Out.WriteLine($"what {coverage.Scenario.Id} {coverage.Scenario.Version} draws:");
        CoverageText.Write(terminal, coverage.Draws, coverage.Report);
        terminal.Out.WriteLine(Words(coverage.Next, folder));
    }

    /// <summary>What makes the figures doubtful.</summary>
    public static void Warn(Terminal terminal, ScenarioCoverage coverage)
    {
        if (coverage.Differences.Count > 0) terminal.Warn($"this is not the scenario that the dataset was made from: {string.Join("; ", coverage.Differences)}");
        foreach ((string draw, int samples) in coverage.Unbinned)
            terminal.Warn($"{draw}: {Quantity.Of(samples, "sample")} without it, or with a value that the scenario does not draw; in no bin");
    }

    private static string Words(NextSamples next, string folder)
    {
        string target = next.Strength == 1 ? "every bin" : $"every combination of {next.Strength} draws' bins";
        return next.Samples switch
        {
            null => $"what to render next for {target} is unknown: {next.Problem}",
            0 => $"render next: nothing; {target} occurs",
            { } count => $"render next: {Quantity.Of(count, "sample")} with the right bins suffice for {target}; strategy: {{ adaptive: {{ dataset: {folder} }} }} fills the emptiest bins first, and may take more",
        };
    }
}
