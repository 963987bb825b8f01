namespace SensorSim.Style;

/// <summary>Pictures at another size.</summary>
public static class ImageResizing
{
    /// <summary>The whole picture at that size.</summary>
    /// <param name="picture">Of any size.</param>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    /// <param name="filter">What a new pixel is made of.</param>
    public static StyleImage Resized(this StyleImage picture, int width, int height, ResizeFilter filter = ResizeFilter.Triangle)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (width == picture.Width && height == picture.Height)
        {
            return picture.Copy();
        }

        float[] rows = Along(picture.Memory.Span, filter, picture.Width, width, lines: picture.Height, step: 3, lineStep: 3 * picture.Width, resultLineStep: 3 * width);
        float[] samples = Along(rows, filter, picture.Height, height, lines: width, step: 3 * width, lineStep: 3, resultLineStep: 3);
        return new(width, height, samples);
    }

    // One direction: pixels of a line are "step" samples apart, lines "lineStep".
    private static float[] Along(ReadOnlySpan<float> from, ResizeFilter filter, int length, int newLength, int lines, int step, int lineStep, int resultLineStep)
    {
        float[] result = new float[newLength * lines * 3];
        for (int i = 0; i < newLength; i++)
        {
            (int first, double[] weights) = Weights(filter, i, length, newLength);
            for (int line = 0; line < lines; line++)
            {
                for (int channel = 0; channel < 3; channel++)
                {
                    double sum = 0;
                    for (int k = 0; k < weights.Length; k++)
                    {
                        sum += weights[k] * from[(line * lineStep) + ((first + k) * step) + channel];
                    }

                    result[(line * resultLineStep) + (i * step) + channel] = (float)sum;
                }
            }
        }

        return result;
    }

    private static (int First, double[] Weights) Weights(ResizeFilter filter, int i, int length, int newLength)
    {
        double scale = (double)length / newLength;
        return filter == ResizeFilter.Area ? Covered(i * scale, (i + 1) * scale, length)
            : filter == ResizeFilter.Cubic ? Sampled((i + 0.5) * scale, Math.Max(scale, 1), 2, Cubic, length)
            : Sampled((i + 0.5) * scale, Math.Max(scale, 1), 1, static x => 1 - x, length);
    }

    // A function of the distance from the centre, in units of the old pixels or of the new ones, whichever are larger.
    private static (int First, double[] Weights) Sampled(double centre, double unit, int reach, Func<double, double> function, int length)
    {
        int first = Math.Max(0, (int)(centre - (reach * unit) + 0.5)), end = Math.Min(length, (int)(centre + (reach * unit) + 0.5));
        return Normalised(first, [.. Enumerable.Range(first, Math.Max(1, end - first)).Select(k => Math.Abs((k + 0.5 - centre) / unit) is var x && x < reach ? function(x) : 0)]);
    }

    private static (int First, double[] Weights) Covered(double from, double to, int length)
    {
        int first = (int)from, end = Math.Min(length, (int)Math.Ceiling(to - 1e-9));
        return Normalised(first, [.. Enumerable.Range(first, Math.Max(1, end - first)).Select(k => Math.Max(0, Math.Min(k + 1, to) - Math.Max(k, from)))]);
    }

    private static (int First, double[] Weights) Normalised(int first, double[] weights)
    {
        double sum = weights.Sum();
        return (first, sum > 0 ? [.. weights.Select(weight => weight / sum)] : [1, .. new double[weights.Length - 1]]);
    }

    // R. Keys, Cubic convolution interpolation for digital image processing, IEEE ASSP 29(6), 1981, with a = -1/2.
    private static double Cubic(double x) => x < 1 ? (((1.5 * x) - 2.5) * x * x) + 1 : ((((-0.5 * x) + 2.5) * x - 4) * x) + 2;
}
