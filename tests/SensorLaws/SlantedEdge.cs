namespace SensorSim.Tests.Sensors;

/// <summary>
/// The slanted-edge method of ISO 12233 on an edge whose line is known: four bins a pixel, central difference, transform; then
/// the derivative's and the bins' own transfer functions are divided out (the printed factor of the standard is half of the right
/// one). The picture has no noise, so there is no window: one would narrow the spread that is measured.
/// </summary>
internal static class SlantedEdge
{
    private const int Oversampling = 4;
    private const int HalfWidth = 26;

    private static readonly (double Sin, double Cos) Slant = Math.SinCos(5 * Math.PI / 180);

    /// <summary>An edge through the middle of a 64x80 image, dark on the left, each pixel the exact-as-needed mean of its area.</summary>
    public static Func<int, int, double> Nit(double bright) => (x, y) =>
    {
        const int grid = 40;
        int lit = 0;
        for (int j = 0; j < grid; j++)
        {
            for (int i = 0; i < grid; i++)
            {
                lit += Distance(x - 0.5 + ((i + 0.5) / grid), y - 0.5 + ((j + 0.5) / grid)) > 0 ? 1 : 0;
            }
        }

        return bright * lit / (grid * grid);
    };

    /// <summary>Where a point lies from the edge, pixels; above 0 it is bright.</summary>
    public static double DistanceFromEdge(double x, double y) => Distance(x, y);

    /// <summary>MTF50 of nothing but a square pixel: sinc f = 1/2, cycles per pixel.</summary>
    public const double OfPixel = 0.60335;

    public static double Mtf50(double[] image, int width, int height)
    {
        double[] spread = LineSpread(image, width, height);
        double zero = Contrast(spread, 0), previous = 1;
        for (double f = 0.002; f < 0.9; f += 0.002)
        {
            double x = 2 * Math.PI * f / Oversampling, bin = Math.PI * f / Oversampling;
            double contrast = Contrast(spread, f) / zero * (x / Math.Sin(x)) * (bin / Math.Sin(bin));
            if (contrast < 0.5)
            {
                return f - (0.002 * (0.5 - contrast) / (previous - contrast));
            }

            previous = contrast;
        }

        return double.NaN;
    }

    private static double Distance(double x, double y) => ((x - 31.7) * Slant.Cos) + ((y - 39.3) * Slant.Sin);

    private static double[] LineSpread(double[] image, int width, int height)
    {
        int bins = 2 * HalfWidth * Oversampling;
        double[] sums = new double[bins], counts = new double[bins];
        for (int i = 0; i < width * height; i++)
        {
            int bin = (int)Math.Floor((Distance(i % width, i / width) + HalfWidth) * Oversampling);
            if (bin >= 0 && bin < bins)
            {
                sums[bin] += image[i];
                counts[bin]++;
            }
        }

        double[] edge = [.. sums.Zip(counts, (sum, count) => sum / count)], spread = new double[bins];
        for (int i = 1; i < bins - 1; i++)
        {
            spread[i] = edge[i + 1] - edge[i - 1];
        }

        return spread;
    }

    private static double Contrast(double[] spread, double cyclesPerPixel)
    {
        double real = 0, imaginary = 0;
        for (int i = 0; i < spread.Length; i++)
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * cyclesPerPixel * i / Oversampling);
            real += spread[i] * cos;
            imaginary += spread[i] * sin;
        }

        return Math.Sqrt((real * real) + (imaginary * imaginary));
    }
}
