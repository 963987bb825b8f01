namespace SensorSim.Hosting.Characterization;

/// <summary>
/// The slanted-edge method of ISO 12233 on an edge whose line is known: four bins a pixel, central difference, transform; then the derivative's and the bins' own
/// transfer functions are divided out (the printed factor of the standard is half of the right one). There is no window: one would narrow the spread that is measured.
/// </summary>
/// <param name="footX">A column that the edge runs through, at <paramref name="footY"/>.</param>
/// <param name="footY">Its row.</param>
/// <param name="halfWidth">How far from the edge samples count, pixels: the point spread lies within.</param>
public sealed class SlantedEdge(double footX, double footY, int halfWidth)
{
    private const int Oversampling = 4;

    /// <summary>Along each side of a pixel that the edge crosses.</summary>
    private const int Grid = 40;

    /// <summary>Half the diagonal of a pixel: one that is further away is wholly on one side.</summary>
    private const double Reach = 0.71;

    private static readonly (double Sin, double Cos) s_slant = Math.SinCos(5 * Math.PI / 180);

    /// <summary>Distance of a place from the edge, pixels; above 0 it is bright.</summary>
    public double Distance(double x, double y) => ((x - footX) * s_slant.Cos) + ((y - footY) * s_slant.Sin);

    /// <summary>The share of a pixel's area that is bright.</summary>
    public double Coverage(int x, int y)
    {
        double distance = Distance(x, y);
        if (Math.Abs(distance) > Reach)
        {
            return distance > 0 ? 1 : 0;
        }

        int lit = 0;
        for (int i = 0; i < Grid * Grid; i++)
        {
            lit += Distance(x - 0.5 + (((i % Grid) + 0.5) / Grid), y - 0.5 + (((i / Grid) + 0.5) / Grid)) > 0 ? 1 : 0;
        }

        return lit / (double)(Grid * Grid);
    }

    /// <summary>The contrast of a picture of the edge.</summary>
    /// <param name="samples">Places and values, linear; of one colour.</param>
    public ContrastCurve Measure(IEnumerable<(double X, double Y, double Value)> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        int bins = 2 * halfWidth * Oversampling;
        double[] sums = new double[bins], counts = new double[bins];
        foreach ((double x, double y, double value) in samples)
        {
            int bin = (int)Math.Floor((Distance(x, y) + halfWidth) * Oversampling);
            if (bin >= 0 && bin < bins)
            {
                sums[bin] += value;
                counts[bin]++;
            }
        }

        double[] edge = [.. sums.Zip(counts, (sum, count) => sum / count)], spread = new double[bins];
        for (int i = 1; i < bins - 1; i++)
        {
            spread[i] = edge[i + 1] - edge[i - 1];
        }

        return new(frequency => Contrast(spread, frequency));
    }

    private static double Contrast(double[] spread, double frequency)
    {
        double x = Math.Tau * frequency / Oversampling, bin = Math.PI * frequency / Oversampling;
        double correction = frequency == 0 ? 1 : x / Math.Sin(x) * (bin / Math.Sin(bin));
        return Transform(spread, frequency) / Transform(spread, 0) * correction;
    }

    private static double Transform(double[] spread, double cyclesPerPixel)
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
