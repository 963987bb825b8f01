namespace SensorSim.Plugins.StyleMatch;

/// <summary>Convolution with a normal distribution, borders repeated; each channel by itself.</summary>
internal static class GaussianBlur
{
    /// <param name="samples">Row-major.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="channels">Samples of a pixel.</param>
    /// <param name="sigmaPixels">0 or less changes nothing.</param>
    public static float[] Of(ReadOnlySpan<float> samples, int width, int channels, double sigmaPixels)
    {
        if (sigmaPixels <= 0)
        {
            return samples.ToArray();
        }

        double[] kernel = Kernel(sigmaPixels);
        int height = samples.Length / (width * channels);
        float[] rows = Along(samples, kernel, width, channels, height, width * channels);
        return Along(rows, kernel, height, width * channels, width * channels, 1);
    }

    // Each cell of the kernel is the distribution's share of a pixel: right for narrow ones, too.
    private static double[] Kernel(double sigma)
    {
        int reach = (int)Math.Ceiling(4 * sigma);
        double[] kernel = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(i => MathNet.Numerics.SpecialFunctions.Erf((i + 0.5) / (sigma * Math.Sqrt(2))) - MathNet.Numerics.SpecialFunctions.Erf((i - 0.5) / (sigma * Math.Sqrt(2))))];
        double sum = kernel.Sum();
        return [.. kernel.Select(weight => weight / sum)];
    }

    private static float[] Along(ReadOnlySpan<float> from, double[] kernel, int length, int step, int lines, int lineStep)
    {
        float[] to = new float[from.Length];
        int reach = kernel.Length / 2, parts = from.Length / (length * lines);
        for (int line = 0; line < lines; line++)
        {
            for (int i = 0; i < length; i++)
            {
                for (int part = 0; part < parts; part++)
                {
                    double sum = 0;
                    for (int k = -reach; k <= reach; k++)
                    {
                        sum += kernel[k + reach] * from[(line * lineStep) + (Math.Clamp(i + k, 0, length - 1) * step) + part];
                    }

                    to[(line * lineStep) + (i * step) + part] = (float)sum;
                }
            }
        }

        return to;
    }
}
