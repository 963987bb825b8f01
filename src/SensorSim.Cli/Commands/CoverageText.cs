using System.Globalization;
using SensorSim.Cli.Console;
using SensorSim.Scenes.Coverage;

namespace SensorSim.Cli.Commands;

/// <summary>A coverage report as tables and sentences: the same before and after rendering.</summary>
internal static class CoverageText
{
    private const int ListedMissing = 5;
    private const int ListedDraws = 40;

    public static void Write(Terminal terminal, BinnedDraws draws, CoverageReport report) => Write(terminal, draws.Parameters.Select(parameter => parameter.BinLabels), report);

    /// <param name="terminal">Gets the tables, and what was left out as a warning.</param>
    /// <param name="binLabels">Of each parameter of the report.</param>
    /// <param name="report">What to print.</param>
    public static void Write(Terminal terminal, IEnumerable<IReadOnlyList<string>> binLabels, CoverageReport report)
    {
        var table = new TextTable("draw", "bins", "covered", "samples in each bin", "widest gap");
        (IReadOnlyList<string> Labels, ParameterCoverage Coverage)[] all = [.. binLabels.Zip(report.Ranges.Parameters)];
        foreach ((IReadOnlyList<string> labels, ParameterCoverage parameter) in all.Length <= ListedDraws ? all : [.. all.OrderBy(row => row.Coverage.Share).Take(ListedDraws)])
        {
            table.Add(
                parameter.Name, Number(parameter.FeasibleBins), Percent(parameter.Share), string.Join(", ", parameter.Counts.Zip(labels, (count, label) => $"{label}: {Number(count)}")),
                parameter.WidestGap is { } gap ? Percent(gap.Probability) : "");
        }

        if (!table.IsEmpty) table.WriteTo(terminal.Out, indent: 2);
        if (all.Length > ListedDraws) terminal.Out.WriteLine($"  … the {ListedDraws} of {Number(all.Length)} draws that are covered least; --json has all");
        foreach (TupleCoverage tuples in report.Tuples) terminal.Out.WriteLine(Summary(tuples));
        foreach (string omitted in report.Omitted) terminal.Warn(omitted);
    }

    private static string Summary(TupleCoverage tuples)
    {
        string infeasible = tuples.InfeasibleTuples > 0 ? $"; {Number(tuples.InfeasibleTuples)} that the rules exclude are not counted" : "";
        string missing = tuples.Missing.Count == 0 ? "" : $"\n  missing: {string.Join("; ", tuples.Missing.Take(ListedMissing).Select(Text))}{(tuples.FeasibleTuples - tuples.CoveredTuples > ListedMissing ? "; …" : "")}";
        return $"{tuples.Strength}-way: {Percent(tuples.TotalShare)} of the combinations of bins ({Number(tuples.CoveredTuples)} of {Number(tuples.FeasibleTuples)}{infeasible}); {Percent(tuples.SimpleShare)} of the choices of draws are complete{missing}";
    }

    private static string Text(MissingTuple missing) => string.Join(" with ", missing.Bins.Select(bin => $"{bin.Key} {bin.Value}"));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
