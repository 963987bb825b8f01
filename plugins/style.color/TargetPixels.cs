using SensorSim.Style;

namespace SensorSim.Plugins.StyleColor;

/// <summary>Pixels of all target images, the same number of each, spread evenly: a large picture counts no more than a small one.</summary>
internal static class TargetPixels
{
    /// <summary>More say nothing more of a distribution in 4096 bins.</summary>
    private const int Most = 2_000_000;

    public static float[] Of(IReadOnlyList<StyleTarget> targets)
    {
        int each = Math.Max(1, Most / targets.Count);
        return [.. targets.SelectMany(target => Spread(target.Read(), each))];
    }

    private static float[] Spread(StyleImage picture, int count)
    {
        int pixels = picture.Width * picture.Height;
        if (pixels <= count)
        {
            return picture.Samples.ToArray();
        }

        float[] chosen = new float[3 * count];
        for (int i = 0; i < count; i++)
        {
            picture.Samples.Slice(3 * (int)((long)i * pixels / count), 3).CopyTo(chosen.AsSpan(3 * i));
        }

        return chosen;
    }
}
