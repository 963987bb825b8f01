namespace SensorSim.Datasets.Preservation;

/// <summary>
/// Structural similarity of the gradient's magnitude, in windows of 8 x 8 pixels. Source: Wang et al., "Image quality assessment", 2004, on gradients as in Chen et al.,
/// "Gradient-based structural similarity for image quality assessment", 2006.
/// </summary>
internal static class GradientSsim
{
    private const int Window = 8;
    private const int Stride = 4;

    // (0.01 L)² and (0.03 L)², where L is the gradient of a step over half the range.
    private const double C1 = 0.0025 * 0.0025, C2 = 0.0075 * 0.0075;

    /// <summary>Object id → mean over the windows whose centre is on it; NaN where there is none.</summary>
    public static double[] Of(OrientationField before, OrientationField after, InstanceMap map)
    {
        double[] sums = new double[map.Count];
        int[] counts = new int[map.Count];
        float[] a = [.. before.Energy.Select(MathF.Sqrt)], b = [.. after.Energy.Select(MathF.Sqrt)];
        for (int y = 0; y + Window <= map.Height; y += Stride)
        {
            for (int x = 0; x + Window <= map.Width; x += Stride)
            {
                ushort id = map.Ids[((y + (Window / 2)) * map.Width) + x + (Window / 2)];
                sums[id] += Similarity(a, b, (y * map.Width) + x, map.Width);
                counts[id]++;
            }
        }

        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }

    private static double Similarity(float[] a, float[] b, int origin, int width)
    {
        double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
        for (int y = 0; y < Window; y++)
        {
            for (int i = origin + (y * width), end = i + Window; i < end; i++)
            {
                (sa, sb, saa, sbb, sab) = (sa + a[i], sb + b[i], saa + (a[i] * a[i]), sbb + (b[i] * b[i]), sab + (a[i] * b[i]));
            }
        }

        const double N = Window * Window;
        double ma = sa / N, mb = sb / N, va = (saa / N) - (ma * ma), vb = (sbb / N) - (mb * mb), cov = (sab / N) - (ma * mb);
        return ((2 * ma * mb) + C1) * ((2 * cov) + C2) / (((ma * ma) + (mb * mb) + C1) * (va + vb + C2));
    }
}
