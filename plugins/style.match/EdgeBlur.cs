namespace SensorSim.Plugins.StyleMatch;

/// <summary>
/// How wide edges are: the standard deviation of the normal distribution that a step was blurred with, in pixels, the pixels' own extent included. Where a picture is blurred further, by σ₁ and by σ₂, the slope of a step
/// falls by R = √((σ² + σ₂²) / (σ² + σ₁²)), so that σ² = (σ₂² − R² σ₁²) / (R² − 1): after S. Zhuo and T. Sim, Defocus map estimation from a single image, Pattern Recognition 44(9), 2011. The first blur keeps noise out. The
/// median over the strongest slopes is taken; it does not depend on what is in the picture.
/// </summary>
internal static class EdgeBlur
{
    private const double FirstBlur = 1;
    private const double SecondBlur = 2;

    /// <summary>Central differences look over two pixels: the variance that they add to every step.</summary>
    private const double VarianceOfDifferences = 1.0 / 3;

    /// <summary>Share of the pixels with the steepest slopes that count.</summary>
    private const double Share = 0.01;

    /// <summary>Fewer say nothing.</summary>
    private const int FewestEdges = 50;

    /// <summary>Slopes below this, per pixel, are no edges.</summary>
    private const double LeastSlope = 0.02;

    /// <summary>A picture is sampled: even a perfect step is this wide.</summary>
    private const double Least = 0.25;

    /// <returns>Pixels; null of a picture without edges.</returns>
    public static double? Of(float[] luma, int width)
    {
        float[] first = GaussianBlur.Of(luma, width, 1, FirstBlur), second = GaussianBlur.Of(luma, width, 1, SecondBlur);
        (int Place, double Ratio)[] edges = [.. Crests(second, width).OrderByDescending(crest => crest.Slope).ThenBy(crest => crest.Place)
            .Take(Math.Max(FewestEdges, (int)(Share * luma.Length))).Select(crest => (crest.Place, Along(first, width, crest) / crest.Slope))];
        if (edges.Length < FewestEdges)
        {
            return null;
        }

        double[] variances = [.. edges.Select(edge => VarianceOf(edge.Ratio)).Order()];
        return Math.Max(Least, Math.Sqrt(Math.Max(0, variances[variances.Length / 2])));
    }

    private static double VarianceOf(double ratio)
    {
        double squared = ratio * ratio;
        return squared <= 1 ? double.MaxValue : (((SecondBlur * SecondBlur) - (squared * FirstBlur * FirstBlur)) / (squared - 1)) - VarianceOfDifferences;
    }

    // Only the crest of a slope tells how wide it is. The blurred picture chooses: chosen in the sharper one, noise would be taken for slope.
    private static IEnumerable<Crest> Crests(float[] luma, int width)
    {
        for (int y = 2; y < (luma.Length / width) - 2; y++)
        {
            for (int x = 2; x < width - 2; x++)
            {
                int i = (y * width) + x;
                (double across, double down) = Slope(luma, width, i);
                double slope = Math.Sqrt((across * across) + (down * down));
                int step = Math.Abs(across) > Math.Abs(down) ? 1 : width;
                if (slope >= LeastSlope && slope >= Steepness(luma, width, i - step) && slope > Steepness(luma, width, i + step))
                {
                    yield return new(i, slope, across / slope, down / slope);
                }
            }
        }
    }

    private static double Along(float[] luma, int width, Crest crest)
    {
        (double across, double down) = Slope(luma, width, crest.Place);
        return (across * crest.Across) + (down * crest.Down);
    }

    private static double Steepness(float[] luma, int width, int i)
    {
        (double across, double down) = Slope(luma, width, i);
        return Math.Sqrt((across * across) + (down * down));
    }

    private static (double Across, double Down) Slope(float[] luma, int width, int i) => ((luma[i + 1] - luma[i - 1]) / 2, (luma[i + width] - luma[i - width]) / 2);

    private readonly record struct Crest(int Place, double Slope, double Across, double Down);
}
