namespace SensorSim.Restyles;

/// <summary>Gaussian blurs of planes.</summary>
internal static class Blurs
{
    public static float[] Gaussian(float[] plane, int width, int height, float sigma)
    {
        int radius = Math.Max(1, (int)MathF.Ceiling(3 * sigma));
        float[] kernel = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(k => MathF.Exp(-k * k / (2 * sigma * sigma)))];
        float sum = kernel.Sum();
        kernel = [.. kernel.Select(weight => weight / sum)];
        float[] rows = new float[plane.Length], made = new float[plane.Length];
        Along(plane, rows, kernel, width, height, 1, width);
        Along(rows, made, kernel, height, width, width, 1);
        return made;
    }

    private static void Along(float[] from, float[] to, float[] kernel, int count, int lines, int step, int lineStep)
    {
        int radius = kernel.Length / 2;
        for (int line = 0; line < lines; line++)
        {
            for (int i = 0; i < count; i++)
            {
                float value = 0;
                for (int k = -radius; k <= radius; k++)
                    value += kernel[k + radius] * from[(line * lineStep) + (Math.Clamp(i + k, 0, count - 1) * step)];
                to[(line * lineStep) + (i * step)] = value;
            }
        }
    }
}
