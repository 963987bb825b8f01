using SensorSim.Rendering.Flicker;
using SensorSim.Sensors;

namespace SensorSim.Rendering.Exposures;

/// <summary>An exposure of all rows, cut into slices of equal length.</summary>
/// <param name="Exposure">When rows are open.</param>
/// <param name="Rows">Rows of the image.</param>
/// <param name="Count">Slices.</param>
internal sealed record SliceTimes(Exposure Exposure, int Rows, int Count)
{
    /// <summary>Equal where slices begin and end together.</summary>
    public (int Count, double Start, double End) Instants => (Count, Exposure.StartSeconds, End);

    /// <summary>Slices that each row has a part in.</summary>
    public double InEachRow => Count * Exposure.DurationSeconds / (End - Exposure.StartSeconds);

    private double End => Exposure.RowWindow(Rows - 1).End;

    /// <summary>A slice's beginning, seconds; between two whole numbers an instant within it.</summary>
    public double At(double index) => Exposure.StartSeconds + ((End - Exposure.StartSeconds) * index / Count);

    /// <summary>The first row that is open during a slice, and the one after the last; both are equal when none is.</summary>
    public (int First, int End) OpenRows(int index)
    {
        int[] open = [.. Enumerable.Range(0, Rows).Where(row => ShareOf(index, row) > 0)];
        return open.Length == 0 ? (0, 0) : (open[0], open[^1] + 1);
    }

    /// <summary>Row-major [row, layer]: the mean of each layer's basis over the part of a slice in which a row is open, times that part's share of the row's exposure.</summary>
    public double[] Weights(int index, IReadOnlyList<LayerBasis> layers)
    {
        double[] weights = new double[Rows * layers.Count];
        for (int row = 0; row < Rows; row++)
        {
            double share = ShareOf(index, row);
            (double from, double to) = Overlap(index, row);
            for (int layer = 0; layer < layers.Count && share > 0; layer++)
            {
                weights[(row * layers.Count) + layer] = share * layers[layer].Mean(from, Math.Max(to, from));
            }
        }

        return weights;
    }

    private (double From, double To) Overlap(int index, int row)
    {
        (double open, double close) = Exposure.RowWindow(row);
        return (Math.Max(At(index), open), Math.Min(At(index + 1), close));
    }

    // A shutter without duration sees one instant: that of the slice it falls into.
    private double ShareOf(int index, int row)
    {
        (double open, double close) = Exposure.RowWindow(row);
        if (close > open)
        {
            (double from, double to) = Overlap(index, row);
            return Math.Max(0, to - from) / (close - open);
        }

        double start = At(index), end = At(index + 1);
        return open >= start && (open < end || (open == end && end == End)) ? 1 : 0;
    }
}
