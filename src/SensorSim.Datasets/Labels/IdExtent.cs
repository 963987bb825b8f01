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

    internal IdExtent With(int row, int firstColumn, int endColumn) => Pixels == 0
        ? new(endColumn - firstColumn, firstColumn, row, endColumn - 1, row)
        : new(Pixels + endColumn - firstColumn, Math.Min(MinColumn, firstColumn), MinRow, Math.Max(MaxColumn, endColumn - 1), row);
}
