using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;
using SensorSim.Scenes.Coverage;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary>A coverage report as tables and sentences: the same before and after rendering.</summary>
internal static class CoverageText
{
    private const int ListedMissing = 2;
    private const int ListedDraws = 40;

    public static void Write(Terminal terminal, BinnedDraws draws, CoverageReport report) => Write(terminal, draws.Parameters.Select(parameter => parameter.BinLabels), report);

    /// <param name="terminal">Gets the tables, and what was left out.</param>
    /// <param name="binLabels">Of each parameter of the report.</param>
    /// <param name="report">What to print.</param>
    public static void Write(Terminal terminal, IEnumerable<IReadOnlyList<string>> binLabels, CoverageReport report)
    {
        var table = new TextTable("draw", "bins", "covered", "samples in each bin", "widest gap");
        DrawRow[] all = [.. binLabels.Zip(report.Ranges.Parameters, (labels, coverage) => new DrawRow(labels, coverage)).GroupBy(row => row.Kind, StringComparer.Ordinal).SelectMany(Rows)];
        foreach (DrawRow row in all.Length <= ListedDraws ? all : [.. all.OrderBy(row => row.Coverage.Share).Take(ListedDraws)]) table.Add(row.Cells);
        if (!table.IsEmpty) table.WriteTo(terminal.Out, indent: 2);
        if (all.Length > ListedDraws) terminal.Out.WriteLine($"  … the {ListedDraws} of {Quantity.Count(all.Length)} draws that are covered least; --json has all");
        else if (all.Any(row => row.Name != row.Coverage.Name)) terminal.Out.WriteLine("  (draws whose names differ in their number alone, with the same bins, are one row; --json lists each)");
        foreach (TupleCoverage tuples in report.Tuples) terminal.Out.WriteLine(Summary(tuples));
        // Nobody asked for it: a target that needs it says so itself.
        foreach (string omitted in report.Omitted) terminal.Out.WriteLine($"not counted: {omitted}");
    }

    // One row of many alike: the least and the most of what they have.
    private static IEnumerable<DrawRow> Rows(IGrouping<string, DrawRow> alike)
    {
        DrawRow[] rows = [.. alike];
        return rows.Length < NumberedNames.FewestFolded ? rows : [DrawRow.Of(rows)];
    }

    private static string Summary(TupleCoverage tuples)
    {
        string infeasible = tuples.InfeasibleTuples > 0 ? $"; {Quantity.Count(tuples.InfeasibleTuples)} that the rules exclude are not counted" : "";
        long lacking = tuples.FeasibleTuples - tuples.CoveredTuples;
        string more = lacking > ListedMissing ? $"\n    … {Quantity.Count(lacking - ListedMissing)} more: --json" : "";
        string missing = tuples.Missing.Count == 0 ? "" : $"\n  missing:{string.Concat(tuples.Missing.Take(ListedMissing).Select(tuple => $"\n    {Text(tuple)}"))}{more}";
        return $"{tuples.Strength}-way: {Quantity.Share(tuples.TotalShare)} of the combinations of bins ({Quantity.Count(tuples.CoveredTuples)} of {Quantity.Count(tuples.FeasibleTuples)}{infeasible}); {Quantity.Share(tuples.SimpleShare)} of the choices of draws are complete{missing}";
    }

    private static string Text(MissingTuple missing) => string.Join(" with ", missing.Bins.Select(bin => $"{bin.Key} {bin.Value}"));
}
