using System.Numerics;

namespace SensorSim.Plugins.StyleFda;

/// <summary>
/// The coefficients of the discrete Fourier transform within a square of frequencies around zero, and the way back. Only these change, so only these are computed: rows first, then columns, which for the
/// squares in use costs less than a whole transform, and takes pictures of any size. The coefficients of −k are those of k conjugate; only columns from 0 on are kept.
/// </summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels.</param>
/// <param name="reach">Half width of the square: frequencies from -reach to reach in both directions.</param>
internal sealed class LowFrequencies(int width, int height, int reach)
{
    private readonly Complex[] _acrossRow = Turns(width);
    private readonly Complex[] _downColumn = Turns(height);

    public int Width => width;

    public int Height => height;

    /// <summary>Where the coefficient of frequency zero is.</summary>
    public int Mean => reach * Columns;

    private int Columns => reach + 1;

    private int Rows => (2 * reach) + 1;

    /// <summary>Coefficients of one channel: by vertical frequency from -reach, then by horizontal frequency from 0.</summary>
    public Complex[] Of(ReadOnlySpan<float> samples, int channel)
    {
        var ofRows = new Complex[height * Columns];
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<float> row = samples.Slice(y * width * 3, width * 3);
            for (int u = 0; u < Columns; u++)
            {
                Complex sum = default;
                for (int x = 0, turn = 0; x < width; x++)
                {
                    sum += row[(3 * x) + channel] * Complex.Conjugate(_acrossRow[turn]);
                    turn = Next(turn, u, width);
                }

                ofRows[(y * Columns) + u] = sum;
            }
        }

        var result = new Complex[Rows * Columns];
        for (int v = -reach; v <= reach; v++)
        {
            int step = v < 0 ? v + height : v;
            for (int y = 0, turn = 0; y < height; y++)
            {
                Complex factor = Complex.Conjugate(_downColumn[turn]);
                for (int u = 0; u < Columns; u++)
                {
                    result[((v + reach) * Columns) + u] += ofRows[(y * Columns) + u] * factor;
                }

                turn = Next(turn, step, height);
            }
        }

        return result;
    }

    /// <summary>Adds what coefficients stand for to one channel.</summary>
    public void Add(ReadOnlySpan<Complex> coefficients, Span<float> samples, int channel)
    {
        var ofRow = new Complex[Columns];
        double scale = 1.0 / ((double)width * height);
        for (int y = 0; y < height; y++)
        {
            Array.Clear(ofRow);
            for (int v = -reach; v <= reach; v++)
            {
                Complex factor = _downColumn[(int)((((long)v * y) % height + height) % height)] * scale;
                for (int u = 0; u < Columns; u++)
                {
                    ofRow[u] += coefficients[((v + reach) * Columns) + u] * factor;
                }
            }

            Span<float> row = samples.Slice(y * width * 3, width * 3);
            for (int x = 0; x < width; x++)
            {
                double sum = ofRow[0].Real;
                for (int u = 1; u < Columns; u++)
                {
                    Complex turn = _acrossRow[(int)((long)u * x % width)];
                    sum += 2 * ((ofRow[u].Real * turn.Real) - (ofRow[u].Imaginary * turn.Imaginary));
                }

                row[(3 * x) + channel] += (float)sum;
            }
        }
    }

    private static Complex[] Turns(int length) => [.. Enumerable.Range(0, length).Select(i => Complex.FromPolarCoordinates(1, 2 * Math.PI * i / length))];

    private static int Next(int turn, int step, int length) => turn + step >= length ? turn + step - length : turn + step;
}
