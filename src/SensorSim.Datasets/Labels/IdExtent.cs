using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Labels;

/// <summary>Where the pixels of one instance are. All zero when it has none.</summary>
/// <param name="Pixels">How many.</param>
/// <param name="MinColumn">First column that holds one.</param>
/// <param name="MinRow">First row.</param>
/// <param name="MaxColumn">Last column.</param>
/// <param name="MaxRow">Last row.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct IdExtent(int Pixels, int MinColumn, int MinRow, int MaxColumn, int MaxRow)
{
    /// <summary>[min column, min row, columns, rows], or null without a pixel.</summary>
    public double[]? Box => Pixels == 0 ? null : [MinColumn, MinRow, MaxColumn - MinColumn + 1, MaxRow - MinRow + 1];

    /// <summary>The extent around two; their pixels are added.</summary>
    public static IdExtent Around(in IdExtent a, in IdExtent b) => a.Pixels == 0 ? b : b.Pixels == 0 ? a : new(
        a.Pixels + b.Pixels, Math.Min(a.MinColumn, b.MinColumn), Math.Min(a.MinRow, b.MinRow), Math.Max(a.MaxColumn, b.MaxColumn), Math.Max(a.MaxRow, b.MaxRow));

    /// <summary>Borders of an image that a pixel lies at, in the order left, top, right, bottom.</summary>
    public IReadOnlyList<string> Touches(int width, int height)
    {
        if (Pixels == 0)
            return [];
        IEnumerable<(string Name, bool Touches)> borders =
            [("left", MinColumn == 0), ("top", MinRow == 0), ("right", MaxColumn == width - 1), ("bottom", MaxRow == height - 1)];
        return [.. borders.Where(border => border.Touches).Select(border => border.Name)];
    }

    internal IdExtent With(int row, int firstColumn, int endColumn) => Pixels == 0
        ? new(endColumn - firstColumn, firstColumn, row, endColumn - 1, row)
        : new(Pixels + endColumn - firstColumn, Math.Min(MinColumn, firstColumn), MinRow, Math.Max(MaxColumn, endColumn - 1), row);
}
