namespace SensorSim.Plugins.CameraBlur;

/// <summary>
/// A sampled Gaussian whose width is solved so that the picture's MTF50 is the lens's. The layers hold pixel averages, so the
/// whole MTF is sinc(f)·H(f) and should be sinc(f)·exp(−2π²σ²f²); plain samples of a narrow Gaussian alias (16% too much contrast
/// at MTF50 for σ = 0.5). Exact kernels of narrow Gaussians need negative taps, which would make negative light; these stay positive.
/// </summary>
internal static class GaussianKernel
{
    /// <summary>Centre tap and right half, in the order of distance; the whole kernel sums to 1.</summary>
    public static double[] Half(double sigmaPx)
    {
        if (sigmaPx == 0)
        {
            return [1];
        }

        double frequency = HalfContrast(sigmaPx), wanted = Gaussian(sigmaPx, frequency);
        double low = 0.05, high = sigmaPx + 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Response(Sampled(middle), frequency) > wanted ? (middle, high) : (low, middle);
        }

        return Sampled(high);
    }

    /// <summary>The kernel's transfer function at a frequency in cycles per pixel.</summary>
    private static double Response(double[] half, double frequency) =>
        half[0] + (2 * half.Select((tap, i) => i == 0 ? 0 : tap * Math.Cos(Math.Tau * frequency * i)).Sum());

    private static double[] Sampled(double width)
    {
        int radius = (int)Math.Ceiling(4 * width);
        double[] taps = [.. Enumerable.Range(0, radius + 1).Select(i => Math.Exp(-i * i / (2 * width * width)))];
        double sum = (2 * taps.Sum()) - taps[0];
        return [.. taps.Select(tap => tap / sum)];
    }

    // MTF50 of Gaussian and full-fill pixel together: both factors fall with f, so bisection finds the only root.
    private static double HalfContrast(double sigma)
    {
        double low = 0, high = 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            double contrast = Gaussian(sigma, middle) * Math.Sin(Math.PI * middle) / (Math.PI * middle);
            (low, high) = contrast > 0.5 ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double Gaussian(double sigma, double frequency) =>
        Math.Exp(-2 * Math.PI * Math.PI * sigma * sigma * frequency * frequency);
}
