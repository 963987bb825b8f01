using System.Globalization;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary>The values that samples drew, as a table.</summary>
internal static class RecordedDrawText
{
    private const int MostListed = 30;

    public static void Write(TextWriter output, IReadOnlyList<RecordedDraw> draws)
    {
        var table = new TextTable("draw", "samples", "different values", "smallest", "largest");
        RecordedDraw[][] rows = [.. draws.GroupBy(draw => NumberedNames.PatternOf(draw.Name), StringComparer.Ordinal).SelectMany(group => group.Count() < NumberedNames.FewestFolded ? group.Select(draw => (RecordedDraw[])[draw]) : [[.. group]])];
        foreach (RecordedDraw[] row in rows.Take(MostListed)) table.Add(Cells(row));
        if (!table.IsEmpty) table.WriteTo(output, indent: 2);
        if (rows.Length > MostListed) output.WriteLine($"  … and {Quantity.Of(rows.Skip(MostListed).Sum(row => row.Length), "draw")} more; --json lists all");
        else if (rows.Length < draws.Count) output.WriteLine("  (draws whose names differ in their number alone are one row; --json lists each)");
    }

    private static string[] Cells(RecordedDraw[] row) =>
    [
        row.Length == 1 ? row[0].Name : string.Create(CultureInfo.InvariantCulture, $"{NumberedNames.PatternOf(row[0].Name)} ({row.Length})"),
        Range(row.Select(draw => draw.Samples)), Range(row.Select(draw => draw.Distinct)), Number(row.Min(draw => draw.Minimum)), Number(row.Max(draw => draw.Maximum)),
    ];

    private static string Range(IEnumerable<long> numbers)
    {
        (long least, long most) = (numbers.Min(), numbers.Max());
        return least == most ? Number(least) : $"{Number(least)} to {Number(most)}";
    }

    private static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "";
}
