namespace SensorSim.Datasets.Preservation;

/// <summary>A box blur along rows, then along columns, that never crosses from one id to another.</summary>
internal static class RunBlur
{
    /// <param name="plane">Values, which stay as they are.</param>
    /// <param name="ids">An id for each pixel.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="radius">Pixels to each side; fewer near the end of a run of one id.</param>
    public static float[] Blurred(float[] plane, ushort[] ids, int width, int height, int radius)
    {
        float[] values = [.. plane];
        double[] sums = new double[Math.Max(width, height) + 1];
        for (int y = 0; y < height; y++)
            BlurLine(values, ids, y * width, 1, width, radius, sums);
        for (int x = 0; x < width; x++)
            BlurLine(values, ids, x, width, height, radius, sums);
        return values;
    }

    private static void BlurLine(float[] values, ushort[] ids, int origin, int step, int count, int radius, double[] sums)
    {
        for (int start = 0; start < count;)
        {
            int end = start;
            ushort id = ids[origin + (start * step)];
            for (; end < count && ids[origin + (end * step)] == id; end++)
                sums[end + 1 - start] = sums[end - start] + values[origin + (end * step)];
            int length = end - start;
            for (int k = 0; k < length; k++)
            {
                int from = Math.Max(0, k - radius), to = Math.Min(length, k + radius + 1);
                values[origin + ((start + k) * step)] = (float)((sums[to] - sums[from]) / (to - from));
            }

            start = end;
        }
    }
}
