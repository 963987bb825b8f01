using System.Text;

namespace SensorSim.Cli.Console;

/// <summary>A table of left-aligned columns, two spaces apart, that stays readable when piped into a file.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    /// <summary>There is nothing under the header.</summary>
    public bool IsEmpty => _rows.Count == 1;

    /// <summary>Adds a row with as many cells as the header.</summary>
    public TextTable Add(params string[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, header.Length, nameof(cells));
        _rows.Add(cells);
        return this;
    }

    /// <summary>Writes header and rows, each line indented by <paramref name="indent"/> spaces.</summary>
    public void WriteTo(TextWriter writer, int indent = 0)
    {
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => _rows.Max(row => row[column].Length))];
        foreach (string[] row in _rows) writer.WriteLine(Line(row, widths, indent));
    }

    private static string Line(string[] row, int[] widths, int indent)
    {
        var line = new StringBuilder().Append(' ', indent);
        for (int column = 0; column < row.Length; column++) line.Append(row[column].PadRight(widths[column] + 2));
        return line.ToString().TrimEnd();
    }
}
