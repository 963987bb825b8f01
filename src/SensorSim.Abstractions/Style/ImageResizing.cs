namespace SensorSim.Style;

/// <summary>Pictures at another size, by a triangle filter that widens as the picture gets smaller: what Pillow calls BILINEAR.</summary>
public static class ImageResizing
{
    /// <summary>The whole picture at that size.</summary>
    /// <param name="picture">Of any size.</param>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    public static StyleImage Resized(this StyleImage picture, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (width == picture.Width && height == picture.Height)
        {
            return picture.Copy();
        }

        float[] rows = Along(picture.Memory.Span, picture.Width, width, lines: picture.Height, step: 3, lineStep: 3 * picture.Width, resultLineStep: 3 * width);
        float[] samples = Along(rows, picture.Height, height, lines: width, step: 3 * width, lineStep: 3, resultLineStep: 3);
        return new(width, height, samples);
    }

    // One direction: pixels of a line are "step" samples apart, lines "lineStep".
    private static float[] Along(ReadOnlySpan<float> from, int length, int newLength, int lines, int step, int lineStep, int resultLineStep)
    {
        float[] result = new float[newLength * lines * 3];
        for (int i = 0; i < newLength; i++)
        {
            (int first, double[] weights) = Weights(i, length, newLength);
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

    private static (int First, double[] Weights) Weights(int i, int length, int newLength)
    {
        double scale = (double)length / newLength, reach = Math.Max(scale, 1), centre = (i + 0.5) * scale;
        int first = Math.Max(0, (int)(centre - reach + 0.5)), end = Math.Min(length, (int)(centre + reach + 0.5));
        double[] weights = [.. Enumerable.Range(first, Math.Max(1, end - first)).Select(k => Math.Max(0, 1 - Math.Abs((k + 0.5 - centre) / reach)))];
        double sum = weights.Sum();
        return (first, sum > 0 ? [.. weights.Select(weight => weight / sum)] : [1, .. new double[weights.Length - 1]]);
    }
}
