namespace SensorSim.Datasets.Preservation;

/// <summary>What is around each pixel.</summary>
internal static class Neighbourhood
{
    /// <summary>The greatest value in a square of 2 · radius + 1 pixels.</summary>
    public static float[] Greatest(float[] values, int width, int height, int radius)
    {
        float[] rows = Along(values, width, height, radius, 1, width);
        return Along(rows, height, width, radius, width, 1);
    }

    private static float[] Along(float[] values, int count, int lines, int radius, int step, int lineStep)
    {
        float[] made = new float[values.Length];
        for (int line = 0; line < lines; line++)
        {
            int first = line * lineStep;
            for (int i = 0; i < count; i++)
            {
                float greatest = 0;
                for (int k = Math.Max(0, i - radius), last = Math.Min(count - 1, i + radius); k <= last; k++)
                    greatest = MathF.Max(greatest, values[first + (k * step)]);
                made[first + (i * step)] = greatest;
            }
        }

        return made;
    }
}
