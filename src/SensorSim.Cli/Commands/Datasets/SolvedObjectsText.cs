using System.Globalization;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary>Where samples put objects and how these travel, as tables.</summary>
internal static class SolvedObjectsText
{
    private const int MostListed = 20;

    public static void Write(TextWriter output, IReadOnlyList<SampleDraws> samples)
    {
        Write(output, "where objects were put (their origins):", ["objects", "how many", "samples", "in a sample", "x, m", "y, m", "z, m"], SolvedObjects.PlacedIn(samples), _ => []);
        Write(output, "paths that objects travel:", ["objects", "how many", "samples", "in a sample", "x, m", "y, m", "z, m", "speed, m/s", "starts, s"], SolvedObjects.TravellingIn(samples), one => [Text(one.Speed!), Text(one.Start!)]);
    }

    private static void Write(TextWriter output, string title, string[] header, IReadOnlyList<SolvedObjects> all, Func<SolvedObjects, string[]> more)
    {
        if (all.Count == 0) return;
        var table = new TextTable(header);
        foreach (SolvedObjects one in all.Take(MostListed)) table.Add([.. Cells(one), .. more(one)]);
        output.WriteLine(title);
        table.WriteTo(output, indent: 2);
        if (all.Count > MostListed) output.WriteLine($"  … and {all.Count - MostListed} more; --json lists all");
    }

    private static string[] Cells(SolvedObjects one) =>
    [
        one.Names, Number(one.Objects), Number(one.Samples), one.Fewest == one.Most ? Number(one.Most) : $"{Number(one.Fewest)} to {Number(one.Most)}",
        Text(new(one.Low.X, one.High.X)), Text(new(one.Low.Y, one.High.Y)), Text(new(one.Low.Z, one.High.Z)),
    ];

    private static string Text(ValueRange range) => range.Minimum == range.Maximum ? Number(range.Minimum) : $"{Number(range.Minimum)} to {Number(range.Maximum)}";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
