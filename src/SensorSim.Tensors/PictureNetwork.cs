using SensorSim.Style;

namespace SensorSim.Tensors;

/// <summary>A network that makes a picture of a picture, applied to frames of any size: scaled, extended or in tiles, as its declaration says.</summary>
/// <param name="declaration">With names that the model has.</param>
/// <param name="inputType">What the model's input is made of.</param>
/// <param name="tilePixels">Side of a tile; 0 gives the network whole frames.</param>
/// <param name="overlapPixels">Least overlap of neighbouring tiles.</param>
public sealed class PictureNetwork(NetworkDeclaration declaration, TensorElementType inputType, int tilePixels, int overlapPixels)
{
    private readonly NetworkSize _size = declaration.Size;

    /// <summary>Tiles and sizes go together.</summary>
    /// <param name="model">What messages call the network.</param>
    /// <exception cref="DeclarationException">They do not.</exception>
    public void ThrowProblem(string model)
    {
        if (Problem() is { } problem)
        {
            throw new DeclarationException($"{model}: {problem}");
        }
    }

    /// <summary>The network's picture of a picture.</summary>
    /// <param name="picture">Of any size.</param>
    /// <param name="run">The network: a tensor for a tensor. Called once for each tile, row by row.</param>
    /// <exception cref="DeclarationException">The network gives something else than a picture of the same size.</exception>
    public StyleImage Apply(StyleImage picture, Func<Tensor, Tensor> run)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(run);
        if (_size is { Fit: FrameFit.Resize, Width: { } width, Height: { } height })
        {
            return Whole(picture.Resized(width, height), run).Resized(picture.Width, picture.Height);
        }

        (int tileWidth, int left) = SidesOf(picture.Width, _size.Width);
        (int tileHeight, int top) = SidesOf(picture.Height, _size.Height);
        StyleImage larger = picture.Extended(left, top);
        var columns = new TileAxis(larger.Width, tileWidth, Math.Min(overlapPixels, tileWidth / 2), _size.Multiple);
        var rows = new TileAxis(larger.Height, tileHeight, Math.Min(overlapPixels, tileHeight / 2), _size.Multiple);
        return (columns.Starts.Count * rows.Starts.Count == 1 ? Whole(larger, run) : Tiled(larger, columns, rows, run)).Part(0, 0, picture.Width, picture.Height);
    }

    private string? Problem()
    {
        bool isFixed = _size.Width is not null;
        int least = isFixed && _size.Fit == FrameFit.Tile ? Math.Min(_size.Width!.Value, _size.Height!.Value) : tilePixels;
        return isFixed && tilePixels > 0 ? $"tile_px is {tilePixels}, and the network takes {_size.Width}x{_size.Height} only: leave tile_px out, and say \"fit\": \"tile\" or \"resize\" in the declaration's size."
            : isFixed && (_size.Width % _size.Multiple != 0 || _size.Height % _size.Multiple != 0) ? $"the size {_size.Width}x{_size.Height} is no multiple of {_size.Multiple}."
            : least > 0 && tilePixels % _size.Multiple != 0 ? $"tile_px is {tilePixels}, which is no multiple of {_size.Multiple}: the network takes such sides only."
            : least > 0 && overlapPixels > least / 2 ? $"overlap_px is {overlapPixels}; expected at most half a tile, {least / 2}."
            : null;
    }

    // A side of the tiles, and of the frame with its margin.
    private (int Tile, int Frame) SidesOf(int length, int? fixedLength)
    {
        int whole = (length + _size.Multiple - 1) / _size.Multiple * _size.Multiple;
        return fixedLength is { } only ? (only, Math.Max(whole, only)) : (tilePixels > 0 ? Math.Min(tilePixels, whole) : whole, whole);
    }

    private StyleImage Whole(StyleImage picture, Func<Tensor, Tensor> run) =>
        declaration.Output.Decode(run(declaration.Input.Encode(picture, inputType)), picture.Width, picture.Height);

    private StyleImage Tiled(StyleImage picture, TileAxis columns, TileAxis rows, Func<Tensor, Tensor> run)
    {
        double[] sums = new double[picture.Samples.Length];
        for (int row = 0; row < rows.Starts.Count; row++)
        {
            for (int column = 0; column < columns.Starts.Count; column++)
            {
                (int left, int top) = (columns.Starts[column], rows.Starts[row]);
                StyleImage tile = Whole(picture.Part(left, top, columns.Tile, rows.Tile), run);
                Add(sums, picture.Width, tile, left, top, columns.WeightsOf(column), rows.WeightsOf(row));
            }
        }

        return new(picture.Width, picture.Height, Array.ConvertAll(sums, sum => (float)sum));
    }

    private static void Add(double[] sums, int width, StyleImage tile, int left, int top, double[] across, double[] down)
    {
        for (int y = 0; y < tile.Height; y++)
        {
            for (int x = 0; x < tile.Width; x++)
            {
                double weight = across[x] * down[y];
                for (int channel = 0; channel < 3; channel++)
                {
                    sums[(3 * (((top + y) * width) + left + x)) + channel] += weight * tile.Samples[(3 * ((y * tile.Width) + x)) + channel];
                }
            }
        }
    }
}
