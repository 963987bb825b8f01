namespace SensorSim.Cli.Console;

/// <summary>A table whose rows are shown while they come about: the first cell when the work begins, the others when it is done. Widths are given beforehand.</summary>
internal sealed class RunningTable(TextWriter writer, params int[] widths)
{
    /// <summary>The first cell of a row that is not done; null between rows.</summary>
    public string? Begun { get; private set; }

    /// <summary>A row that is there at once.</summary>
    public void Add(params string[] cells)
    {
        Begin(cells[0]);
        End(cells[1..]);
    }

    /// <summary>Shows the first cell.</summary>
    public void Begin(string cell)
    {
        writer.Write(cell.PadRight(widths[0]));
        writer.Flush();
        Begun = cell;
    }

    /// <summary>Shows the others; a cell that is longer than its column moves those behind it.</summary>
    public void End(params string[] cells)
    {
        writer.WriteLine($"  {string.Join("  ", cells.Select((cell, column) => column + 2 > widths.Length ? cell : cell.PadRight(widths[column + 1])))}".TrimEnd());
        Begun = null;
    }

    /// <summary>Ends the line of a row that will not be done.</summary>
    public void Leave()
    {
        if (Begun is not null) writer.WriteLine();
        Begun = null;
    }
}
