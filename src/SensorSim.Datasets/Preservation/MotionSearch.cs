namespace SensorSim.Datasets.Preservation;

/// <summary>How an object really moved from one frame to the next, beside where its flow takes it: its outline is looked for around there.</summary>
internal static class MotionSearch
{
    private const int FewestPixels = 40;

    /// <summary>The motion that is not the flow's; null where too little of the outline can be followed.</summary>
    public static Displacement? Of(OrientationField first, OrientationField second, ReadOnlySpan<int> outline, FlowField flow)
    {
        OutlineSearch search = new(), self = new();
        int count = 0;
        double restX = 0, restY = 0;
        foreach (int pixel in outline)
        {
            if (!flow.TryGet(pixel, out float u, out float v))
                continue;
            int x = (int)MathF.Round(u), y = (int)MathF.Round(v);
            if (!search.Add(first, second, pixel, pixel + x + (y * first.Width)))
                continue;
            self.Add(first, first, pixel, pixel);
            (restX, restY, count) = (restX + u - x, restY + v - y, count + 1);
        }

        return count < FewestPixels ? null : search.Best(self) is var best ? best with { X = best.X - (restX / count), Y = best.Y - (restY / count) } : null;
    }
}
