namespace SensorSim.Datasets.Preservation;

/// <summary>Numbers of a frame by itself.</summary>
internal static class GateScores
{
    // What a piece of outline keeps is measured by what the frame keeps; not where that is next to nothing, as in a frame of one object that is gone, or more than there was.
    private const double LeastGain = 0.3;

    public static GateRecord Of(GateMeasurement frame, GateThresholds thresholds)
    {
        OutlineMeasurement[] outlines = [.. Enumerable.Range(0, frame.Map.Count).Select(id => OutlineMeasurement.Of(frame, id, thresholds.LeastContrast))];
        double gain = OutlineMeasurement.Median(outlines.SelectMany(outline => outline.Ratios)) ?? 1;
        OutlineSearch all = new(), self = new();
        foreach (OutlineMeasurement outline in outlines)
        {
            all.Add(outline.Search);
            self.Add(outline.Self);
        }

        Displacement shift = all.Best(self);
        Anomaly anomaly = Anomalies.Largest(frame.Residuals, frame.Map);
        double[] ssim = GradientSsim.Of(frame.FieldBefore, frame.FieldAfter, frame.Map);
        GateInstanceRecord[] instances =
        [
            .. Enumerable.Range(0, frame.Map.Count).Where(id => frame.Map.AreaOf(id) > 0).Select(id => InstanceOf(frame, outlines[id], id, gain, ssim[id], thresholds)),
        ];
        return new(
            ImageEdges.Agreement(frame.ImageEdgesBefore, frame.Edges.Mask, frame.Map.Width), ImageEdges.Agreement(frame.ImageEdgesAfter, frame.Edges.Mask, frame.Map.Width), instances, [])
        {
            ShiftPx = [shift.X, shift.Y],
            ShiftGain = shift.Gain,
            ContrastRatio = gain,
            InsertedPx = anomaly.AreaPx,
            InsertedExcess = anomaly.Excess,
            InsertedContrast = anomaly.Contrast,
            InsertedBox = anomaly.AreaPx > 0 ? [anomaly.Left, anomaly.Top, anomaly.Width, anomaly.Height] : null,
            JudgedObjects = instances.Count(instance => GateVerdict.IsJudged(instance, thresholds)),
            Ssim = MeanSsim(instances),
        };
    }

    private static GateInstanceRecord InstanceOf(GateMeasurement frame, OutlineMeasurement outline, int id, double gain, double ssim, GateThresholds thresholds)
    {
        Displacement? shift = Math.Min(outline.Length, outline.Search.Count) >= thresholds.LeastOutlinePx ? outline.Search.Best(outline.Self) : null;
        return new(id, frame.Map.AreaOf(id), outline.Length, outline.Contrast)
        {
            WidthPx = 2.0 * frame.Map.AreaOf(id) / Math.Max(1, frame.Edges.Perimeters[id]),
            ContrastRatio = OutlineMeasurement.Median(outline.Ratios),
            Kept = outline.Kept(Math.Clamp(gain, LeastGain, 1), thresholds.PieceContrast),
            ShiftPx = shift is { } found ? [found.X, found.Y] : null,
            ShiftGain = shift?.Gain,
            ShiftShare = shift?.Share,
            Agreement = shift?.Agreement,
            ColorChange = ColorChangeOf(frame, id),
            Ssim = double.IsNaN(ssim) ? null : ssim,
        };
    }

    private static double[] ColorChangeOf(GateMeasurement frame, int id)
    {
        double[] sums = new double[3];
        ReadOnlySpan<int> pixels = frame.Map.PixelsOf(id);
        for (int k = 0; k < 3; k++)
        {
            foreach (int pixel in pixels)
                sums[k] += frame.After.Channels[k][pixel] - frame.Before.Channels[k][pixel];
            sums[k] /= pixels.Length;
        }

        return sums;
    }

    private static double MeanSsim(GateInstanceRecord[] instances)
    {
        var some = instances.Where(instance => instance.Ssim is not null).ToList();
        return some.Count == 0 ? 1 : some.Sum(instance => instance.Ssim!.Value * instance.AreaPx) / some.Sum(instance => instance.AreaPx);
    }
}
