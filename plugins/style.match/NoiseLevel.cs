using SensorSim.Style;

namespace SensorSim.Plugins.StyleMatch;

/// <summary>
/// Standard deviation of white noise, by the median of the finest diagonal details: (a − b − c + d) / 2 of each square of four pixels. D. Donoho and I. Johnstone, Ideal spatial adaptation by wavelet shrinkage,
/// Biometrika 81(3), 1994. Squares at the ends of the range are left out: clipped noise is less.
/// </summary>
internal static class NoiseLevel
{
    /// <summary>Median of |x| of a normal distribution with standard deviation 1.</summary>
    private const double MedianOfNormal = 0.6744897501960817;

    private const double Margin = 2.5 / 255;

    /// <returns>Of red, green and blue, 0 to 1 as the picture.</returns>
    public static double[] Of(StyleImage picture) => [.. Enumerable.Range(0, 3).Select(channel => Of(picture, channel))];

    private static double Of(StyleImage picture, int channel)
    {
        var details = new List<float>();
        ReadOnlySpan<float> samples = picture.Samples;
        int stride = picture.Width * 3;
        for (int y = 0; y + 1 < picture.Height; y += 2)
        {
            for (int x = 0; x + 1 < picture.Width; x += 2)
            {
                int i = (y * stride) + (3 * x) + channel;
                float a = samples[i], b = samples[i + 3], c = samples[i + stride], d = samples[i + stride + 3];
                if (Math.Min(Math.Min(a, b), Math.Min(c, d)) > Margin && Math.Max(Math.Max(a, b), Math.Max(c, d)) < 1 - Margin)
                {
                    details.Add(Math.Abs(a - b - c + d) / 2);
                }
            }
        }

        details.Sort();
        return details.Count == 0 ? 0 : details[details.Count / 2] / MedianOfNormal;
    }
}
