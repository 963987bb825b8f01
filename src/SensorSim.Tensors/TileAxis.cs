namespace SensorSim.Tensors;

/// <summary>
/// How one side of a picture is covered by tiles, and how much each counts where two overlap. Neighbours change over within the middle half of the overlap; a quarter of it at each tile's edge counts
/// for nothing, so that what a network makes of its own border is not seen where that is narrower.
/// </summary>
public sealed class TileAxis
{
    private readonly int[] _starts;
    private readonly double _ramp;

    /// <param name="length">Pixels of the side, a multiple of <paramref name="multiple"/>.</param>
    /// <param name="tile">Pixels of a tile, a multiple too, at most the length.</param>
    /// <param name="overlap">Least overlap in pixels, at most half a tile.</param>
    /// <param name="multiple">Tiles begin at multiples of this.</param>
    public TileAxis(int length, int tile, int overlap, int multiple)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tile, length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(overlap, tile / 2);
        (Tile, _ramp) = (tile, overlap / 2.0);
        int room = (length - tile) / multiple, step = Math.Max(1, (tile - overlap) / multiple), steps = (room + step - 1) / step;
        _starts = [.. Enumerable.Range(0, steps + 1).Select(i => steps == 0 ? 0 : (int)((long)room * i / steps) * multiple)];
    }

    /// <summary>Pixels of a tile.</summary>
    public int Tile { get; }

    /// <summary>First pixel of each tile, ascending.</summary>
    public IReadOnlyList<int> Starts => _starts;

    /// <summary>How much each pixel of a tile counts, 0 to 1: at every pixel of the side, all tiles together count 1.</summary>
    public double[] WeightsOf(int index) =>
        [.. Enumerable.Range(_starts[index], Tile).Select(pixel => Share(index, pixel) * (1 - Share(index + 1, pixel)))];

    // How much of a pixel belongs to a tile and those behind it.
    private double Share(int index, int pixel)
    {
        if (index == 0 || index == _starts.Length)
        {
            return index == 0 ? 1 : 0;
        }

        double beyond = pixel + 0.5 - ((_starts[index] + _starts[index - 1] + Tile) / 2.0);
        return _ramp > 0 ? Math.Clamp(0.5 + (beyond / _ramp), 0, 1) : beyond >= 0 ? 1 : 0;
    }
}
