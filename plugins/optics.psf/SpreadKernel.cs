namespace SensorSim.Plugins.OpticsPsf;

/// <summary>
/// A quarter of a symmetric kernel that has a lens's contrast: its taps are the transform of the MTF over the frequencies that pixels have. Where the lens passes no others
/// that is the point spread itself. Where it does, single taps would be negative light; they become 0, and the whole is widened or narrowed until the picture's MTF50 is
/// the lens's. The far rings, which would need very large kernels, stay inside: their light is spread smoothly over the kernel's disc, so fine contrast is right and the sum 1.
/// </summary>
internal sealed class SpreadKernel
{
    private readonly double[,] _taps;

    private SpreadKernel(double[,] taps) => _taps = taps;

    public double this[int x, int y] => _taps[x, y];

    public static SpreadKernel Of(Spread spread, int radius)
    {
        if (spread is { DiffractionPx: 0, SigmaPx: 0 } || !spread.IsFinerThanPixels)
        {
            return Transform(spread, radius);
        }

        double frequency = spread.HalfContrast(), wanted = spread.Mtf(frequency), low = 0.5, high = 2;
        for (int i = 0; i < 14; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Transform(spread.Times(middle), radius).Contrast(frequency) > wanted ? (middle, high) : (low, middle);
        }

        return Transform(spread.Times(high), radius);
    }

    private static SpreadKernel Transform(Spread spread, int radius)
    {
        // The transform repeats after twice as many pixels: what lies there must be dark.
        int frequencies = radius > 12 ? 64 : 32;
        double[,] waves = Waves(radius, frequencies), contrasts = Contrasts(spread, frequencies);
        double[,] rows = new double[radius + 1, frequencies], taps = new double[radius + 1, radius + 1];
        for (int x = 0; x <= radius; x++)
        {
            for (int j = 0; j < frequencies; j++)
            {
                rows[x, j] = Enumerable.Range(0, frequencies).Sum(i => waves[x, i] * contrasts[i, j]);
            }

            for (int y = 0; y <= x; y++)
            {
                double tap = Enumerable.Range(0, frequencies).Sum(j => rows[x, j] * waves[y, j]) / (frequencies * frequencies);
                taps[x, y] = taps[y, x] = Disc(x, y, radius) > 0 ? Math.Max(0, tap) : 0;
            }
        }

        return new(WithSumOne(taps, radius));
    }

    private static double[,] Waves(int radius, int frequencies)
    {
        double[,] waves = new double[radius + 1, frequencies];
        for (int x = 0; x <= radius; x++)
        {
            for (int i = 0; i < frequencies; i++)
            {
                waves[x, i] = Math.Cos(Math.PI * x * (i + 0.5) / frequencies);
            }
        }

        return waves;
    }

    private static double[,] Contrasts(Spread spread, int frequencies)
    {
        double[,] contrasts = new double[frequencies, frequencies];
        for (int i = 0; i < frequencies; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                contrasts[i, j] = contrasts[j, i] = spread.Mtf(Math.Sqrt(((i + 0.5) * (i + 0.5)) + ((j + 0.5) * (j + 0.5))) / (2 * frequencies));
            }
        }

        return contrasts;
    }

    private static double[,] WithSumOne(double[,] taps, int radius)
    {
        double sum = Sum(radius, (x, y) => taps[x, y]), disc = Sum(radius, (x, y) => Disc(x, y, radius));
        double missing = Math.Max(0, 1 - sum) / disc, scale = 1 / Math.Max(1, sum);
        for (int x = 0; x <= radius; x++)
        {
            for (int y = 0; y <= radius; y++)
            {
                taps[x, y] = (scale * taps[x, y]) + (missing * Disc(x, y, radius));
            }
        }

        return taps;
    }

    // A raised cosine: next to no contrast beyond one cycle per radius.
    private static double Disc(int x, int y, int radius) => 1 + Math.Cos(Math.PI * Math.Min(1, Math.Sqrt((x * x) + (y * y)) / (radius + 1)));

    // Over the whole kernel: each place off an axis counts twice for that axis.
    private static double Sum(int radius, Func<int, int, double> value) => Enumerable.Range(0, radius + 1).Sum(x =>
        Enumerable.Range(0, radius + 1).Sum(y => (x == 0 ? 1 : 2) * (y == 0 ? 1 : 2) * value(x, y)));

    private double Contrast(double frequency) => Sum(_taps.GetLength(0) - 1, (x, y) => _taps[x, y] * Math.Cos(Math.Tau * frequency * x));
}
