using System.Globalization;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;

namespace SensorSim.Cli.Commands;

/// <summary>The values that samples drew, as a table.</summary>
internal static class RecordedDrawText
{
    private const int MostListed = 30;

    public static void Write(TextWriter output, IReadOnlyList<RecordedDraw> draws)
    {
        var table = new TextTable("draw", "samples", "different values", "smallest", "largest");
        foreach (RecordedDraw draw in draws.Take(MostListed)) table.Add(draw.Name, Number(draw.Samples), Number(draw.Distinct), Number(draw.Minimum), Number(draw.Maximum));
        if (!table.IsEmpty) table.WriteTo(output, indent: 2);
        if (draws.Count > MostListed) output.WriteLine($"  … and {Quantity.Of(draws.Count - MostListed, "draw")} more; --json lists all");
    }

    private static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "";
}
