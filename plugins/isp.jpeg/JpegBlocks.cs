using SensorSim.Signals;

namespace SensorSim.Plugins.IspJpeg;

/// <summary>
/// The passes at one place. Y, Cb and Cr lie in one image, Cb and Cr of 4:2:0 in its top left quarter. Blocks may reach beyond the image, where there is no room
/// for what the last pass found: there it is found again from the stage's input, whose border repeats.
/// </summary>
/// <param name="last">What the last pass wrote.</param>
/// <param name="input">What the stage took.</param>
/// <param name="tables">Quantization steps and cosines.</param>
/// <param name="isHalf">Whether colours are 4:2:0.</param>
internal readonly struct JpegBlocks(SignalImage last, SignalImage input, IReadOnlyList<double> tables, bool isHalf)
{
    // Where a number lies between two others exactly, single and double precision must take the same one.
    private const double Half = 0.5 + (1.0 / 1024);

    private const int Side = JpegTables.Side;
    private const int FirstCosine = 2 * Side * Side;

    /// <summary>The value behind a pass: 0 colours, 1 rows transformed, 2 quantized coefficients, 3 columns back, 4 samples.</summary>
    public Rgb Value(int pass, int x, int y) => pass switch
    {
        0 => Source(x, y),
        1 => Sum(0, x, y, true, true),
        2 => Quantized(Sum(1, x, y, false, true), x, y),
        3 => Sum(2, x, y, false, false),
        _ => Sum(3, x, y, true, false).Map((value, _) => Math.Clamp(Math.Floor(value + Half), -128, 127)),
    };

    /// <summary>Red, green and blue from the samples; half colours are interpolated as the libraries do: three quarters of the nearest, a quarter of the next.</summary>
    public Rgb Picture(int x, int y)
    {
        double luma = last[x, y].R + 128;
        (double blue, double red) = isHalf ? Interpolated(x, y) : (last[x, y].G, last[x, y].B);
        return new Rgb(luma + (1.402 * red), luma - (0.344136286 * blue) - (0.714136286 * red), luma + (1.772 * blue))
            .Map((value, _) => Math.Clamp(Math.Floor(value + Half), 0, 255) / 255);
    }

    private (double Blue, double Red) Interpolated(int x, int y)
    {
        (int width, int height) = ((last.Width + 1) / 2, (last.Height + 1) / 2);
        SignalImage image = last;
        Rgb At(int column, int row) => image[Math.Clamp(column, 0, width - 1), Math.Clamp(row, 0, height - 1)];
        (int cx, int cy) = (x / 2, y / 2);
        (int nx, int ny) = (cx + (2 * (x & 1)) - 1, cy + (2 * (y & 1)) - 1);
        Rgb sum = (9 * At(cx, cy)) + (3 * At(nx, cy)) + (3 * At(cx, ny)) + At(nx, ny);
        double bias = 8 - (x & 1);
        return (Math.Floor((sum.G + bias) / 16), Math.Floor((sum.B + bias) / 16));
    }

    // Of eight values along a row or a column: forward the frequency of this place, backward the sample of this place.
    private Rgb Sum(int pass, int x, int y, bool alongRow, bool isForward)
    {
        int place = (alongRow ? x : y) % Side;
        var sum = default(Rgb);
        for (int i = 0; i < Side; i++)
        {
            double cosine = tables[FirstCosine + (isForward ? (Side * place) + i : (Side * i) + place)];
            sum += cosine * (alongRow ? Before(pass, x - place + i, y) : Before(pass, x, y - place + i));
        }

        return sum;
    }

    private Rgb Before(int pass, int x, int y) => x < last.Width && y < last.Height ? last[x, y] : new JpegBlocks(None, input, tables, isHalf).Value(pass, x, y);

    private Rgb Quantized(Rgb coefficient, int x, int y)
    {
        int entry = (Side * (y % Side)) + (x % Side);
        (double luma, double chroma) = (tables[entry], tables[(Side * Side) + entry]);
        return coefficient.Map((value, channel) =>
        {
            double step = channel == 0 ? luma : chroma;
            return Math.Sign(value) * Math.Floor((Math.Abs(value) / step) + Half) * step;
        });
    }

    private static SignalImage None { get; } = new(0, 0);

    // Y, Cb and Cr around 0.
    private Rgb Source(int x, int y)
    {
        Rgb here = YCbCr(x, y);
        if (!isHalf)
        {
            return here;
        }

        // Sums of four are rounded down and up in turn, as the libraries do, and likewise where they are interpolated.
        Rgb four = YCbCr(2 * x, 2 * y) + YCbCr((2 * x) + 1, 2 * y) + YCbCr(2 * x, (2 * y) + 1) + YCbCr((2 * x) + 1, (2 * y) + 1);
        double bias = 1 + (x & 1);
        return new(here.R, Math.Floor((four.G + bias) / 4), Math.Floor((four.B + bias) / 4));
    }

    private Rgb YCbCr(int x, int y)
    {
        Rgb code = input.At(x, y).Map((value, _) => Math.Floor((255 * Math.Clamp(value, 0, 1)) + Half));
        return new Rgb(
            (0.299 * code.R) + (0.587 * code.G) + (0.114 * code.B) - 128,
            (-0.168735892 * code.R) - (0.331264108 * code.G) + (0.5 * code.B),
            (0.5 * code.R) - (0.418687589 * code.G) - (0.081312411 * code.B)).Map((value, _) => Math.Floor(value + Half));
    }
}
