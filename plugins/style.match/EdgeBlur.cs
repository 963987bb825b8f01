namespace SensorSim.Plugins.StyleMatch;

/// <summary>
/// How wide edges are: the standard deviation of the normal distribution that a step was blurred with, in pixels. Where a picture is blurred once more by σ₀, the slope of a step falls by R = √(σ² + σ₀²) / σ, so that
/// σ = σ₀ / √(R² − 1): S. Zhuo and T. Sim, Defocus map estimation from a single image, Pattern Recognition 44(9), 2011. The median over the strongest slopes is taken; it does not depend on what is in the picture.
/// </summary>
internal static class EdgeBlur
{
    private const double SecondBlur = 1;

    /// <summary>Share of the pixels with the steepest slopes that count.</summary>
    private const double Share = 0.01;

    /// <summary>Slopes below this, per pixel, are no edges.</summary>
    private const double LeastSlope = 0.02;

    /// <summary>A picture is sampled: even a perfect step is this wide.</summary>
    private const double Least = 0.25;

    /// <returns>Pixels; null of a picture without edges.</returns>
    public static double? Of(float[] luma, int width)
    {
        double[] sharp = Slopes(luma, width), blurred = Slopes(GaussianBlur.Of(luma, width, 1, SecondBlur), width);
        int[] steepest = [.. Peaks(sharp, width).OrderByDescending(i => sharp[i]).ThenBy(i => i).Take(Math.Max(50, (int)(Share * luma.Length)))];
        if (steepest.Length < 50)
        {
            return null;
        }

        double[] widths = [.. steepest.Select(i => sharp[i] / blurred[i]).Select(ratio => ratio > 1.001 ? SecondBlur / Math.Sqrt((ratio * ratio) - 1) : double.PositiveInfinity).Order()];
        return widths[widths.Length / 2] is var median && double.IsFinite(median) ? Math.Max(Least, median) : null;
    }

    // Only the crest of a slope tells how wide it is.
    private static IEnumerable<int> Peaks(double[] slopes, int width)
    {
        int height = slopes.Length / width;
        for (int y = 2; y < height - 2; y++)
        {
            for (int x = 2; x < width - 2; x++)
            {
                int i = (y * width) + x;
                bool isCrest = (slopes[i] >= slopes[i - 1] && slopes[i] > slopes[i + 1]) || (slopes[i] >= slopes[i - width] && slopes[i] > slopes[i + width]);
                if (slopes[i] >= LeastSlope && isCrest)
                {
                    yield return i;
                }
            }
        }
    }

    // Central differences: they widen every step alike, before and behind the second blur.
    private static double[] Slopes(float[] luma, int width)
    {
        double[] slopes = new double[luma.Length];
        int height = luma.Length / width;
        for (int y = 1; y < height - 1; y++)
        {
            for (int x = 1; x < width - 1; x++)
            {
                int i = (y * width) + x;
                double across = (luma[i + 1] - luma[i - 1]) / 2, down = (luma[i + width] - luma[i - width]) / 2;
                slopes[i] = Math.Sqrt((across * across) + (down * down));
            }
        }

        return slopes;
    }
}
