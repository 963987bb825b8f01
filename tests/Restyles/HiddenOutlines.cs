namespace SensorSim.Restyles;

/// <summary>Which objects a recolouring hides: those that no longer stand out from what is around them are gone for a detector, and their labels no longer true.</summary>
internal static class HiddenOutlines
{
    private const float LeastContrast = 0.08f, Kept = 0.4f, LeastKept = 0.6f;
    private const int FewestPixels = 20;

    /// <summary>Ids of which less than 60 % of the pixels along the outline, where they had contrast, keep 40 % of it.</summary>
    public static IReadOnlyList<ushort> Of(Picture before, Picture after, ushort[] ids)
    {
        int[] clear = new int[ids.Max() + 1], kept = new int[clear.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            foreach (int step in new[] { 1, before.Width })
            {
                if (!Across(ids, i, step, before.Width) || Contrast(before, i, step) is not (>= LeastContrast and var contrast))
                    continue;
                int isKept = Contrast(after, i, step) >= Kept * contrast ? 1 : 0;
                foreach (ushort id in new[] { ids[i], ids[i + step] })
                    (clear[id], kept[id]) = (clear[id] + 1, kept[id] + isKept);
            }
        }

        return [.. Enumerable.Range(0, clear.Length).Where(id => clear[id] >= FewestPixels && kept[id] < LeastKept * clear[id]).Select(id => (ushort)id)];
    }

    // Between two objects, each at least two pixels deep here: those at the edge itself are mixed.
    private static bool Across(ushort[] ids, int i, int step, int width)
    {
        int before = i - step, last = i + (2 * step), x = i % width;
        return before >= 0 && last < ids.Length && (step > 1 || (x >= 1 && x + 2 < width)) && ids[i] != ids[i + step] && ids[before] == ids[i] && ids[last] == ids[i + step];
    }

    private static float Contrast(Picture picture, int i, int step)
    {
        float sum = 0;
        foreach (float[] channel in picture.Channels)
        {
            float difference = Math.Clamp(channel[i + (2 * step)], 0, 1) - Math.Clamp(channel[i - step], 0, 1);
            sum += difference * difference;
        }

        return MathF.Sqrt(sum / 3);
    }
}
