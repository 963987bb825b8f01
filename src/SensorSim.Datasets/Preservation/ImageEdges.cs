namespace SensorSim.Datasets.Preservation;

/// <summary>Thin edges of a picture, and how they agree with those of its labels.</summary>
internal static class ImageEdges
{
    // A step of 0.04 of the range has a gradient of half of it.
    private const float LeastEnergy = 0.02f * 0.02f;

    /// <summary>True where the gradient is the greatest along its own direction.</summary>
    public static bool[] Of(OrientationField field)
    {
        bool[] edges = new bool[field.Energy.Length];
        int w = field.Width;
        for (int y = 1; y < field.Height - 1; y++)
        {
            for (int i = (y * w) + 1, end = (y * w) + w - 1; i < end; i++)
            {
                float energy = field.Energy[i];
                if (energy < LeastEnergy)
                    continue;
                int step = StepAlong(field.Cosine[i], field.Sine[i], w);
                edges[i] = energy >= field.Energy[i - step] && energy > field.Energy[i + step];
            }
        }

        return edges;
    }

    /// <summary>Precision: how much of the picture's edges is within some pixels of a label's. Recall: how much of the labels' edges is within as many of the picture's.</summary>
    public static EdgeAgreementRecord Agreement(bool[] image, bool[] labels, int width) => new(
        ShareNear(image, labels, width, 1), ShareNear(image, labels, width, 2), ShareNear(labels, image, width, 1), ShareNear(labels, image, width, 2));

    // The doubled angle says which of four directions is nearest.
    private static int StepAlong(float cosine, float sine, int width) =>
        MathF.Abs(cosine) > MathF.Abs(sine) ? (cosine > 0 ? 1 : width) : sine > 0 ? width + 1 : width - 1;

    private static double ShareNear(bool[] of, bool[] near, int width, int radius)
    {
        int count = 0, found = 0;
        for (int i = 0; i < of.Length; i++)
        {
            if (!of[i])
                continue;
            count++;
            found += IsNear(near, i, width, radius) ? 1 : 0;
        }

        return count == 0 ? 1 : (double)found / count;
    }

    private static bool IsNear(bool[] near, int pixel, int width, int radius)
    {
        int x = pixel % width, y = pixel / width, height = near.Length / width;
        for (int v = Math.Max(0, y - radius); v <= Math.Min(height - 1, y + radius); v++)
        {
            for (int u = Math.Max(0, x - radius); u <= Math.Min(width - 1, x + radius); u++)
            {
                if (near[(v * width) + u])
                    return true;
            }
        }

        return false;
    }
}
