using SensorSim.Signals;

namespace SensorSim.Datasets.Preservation;

/// <summary>A picture of where the gate disagrees, for a comparison sheet.</summary>
public static class GateHeatMap
{
    private const float Faint = 0.4f;

    /// <summary>
    /// 8-bit RGB: the picture before in dark grey; red, what recolouring does not explain, full where the gate counts it and faint below that, with a white box around what it calls inserted; outlines of labels that stand out after as before in grey,
    /// those that are lost in blue; edges that are new, away from labels, in yellow.
    /// </summary>
    public static PixelPlane Of(StyledFrame frame, GateThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(thresholds);
        frame.Validate();
        var measured = GateMeasurement.Of(frame, thresholds);
        bool[] known = Near(measured.ImageEdgesBefore, measured.Edges.Mask, frame.Width), after = Near(measured.ImageEdgesAfter, [], frame.Width);
        byte[] bytes = new byte[3 * measured.Map.Ids.Length];
        for (int i = 0; i < measured.Map.Ids.Length; i++)
            Paint(measured, known, after, i).CopyTo(bytes, 3 * i);
        if (Anomalies.Largest(measured.Residuals, measured.Map) is var anomaly && anomaly.Excess >= thresholds.InsertedPx)
            Box(bytes, measured.Map, anomaly);
        return new(frame.Width, frame.Height, 3, SampleType.UInt8, bytes);
    }

    private static void Box(byte[] bytes, InstanceMap map, Anomaly anomaly)
    {
        int left = Math.Max(0, anomaly.Left - 2), top = Math.Max(0, anomaly.Top - 2);
        int right = Math.Min(map.Width - 1, anomaly.Left + anomaly.Width + 1), bottom = Math.Min(map.Height - 1, anomaly.Top + anomaly.Height + 1);
        bytes.AsSpan(3 * ((top * map.Width) + left), 3 * (right - left + 1)).Fill(byte.MaxValue);
        bytes.AsSpan(3 * ((bottom * map.Width) + left), 3 * (right - left + 1)).Fill(byte.MaxValue);
        for (int y = top; y <= bottom; y++)
        {
            bytes.AsSpan(3 * ((y * map.Width) + left), 3).Fill(byte.MaxValue);
            bytes.AsSpan(3 * ((y * map.Width) + right), 3).Fill(byte.MaxValue);
        }
    }

    private static byte[] Paint(GateMeasurement frame, bool[] known, bool[] after, int i)
    {
        float grey = 0.35f * (frame.Before.Channels[0][i] + frame.Before.Channels[1][i] + frame.Before.Channels[2][i]) / 3;
        if (frame.Edges.Mask[i] && frame.ImageEdgesBefore[i])
            return after[i] ? Color(0.6f, 0.6f, 0.6f) : Color(0.2f, 0.4f, 1);
        if (frame.ImageEdgesAfter[i] && !known[i])
            return Color(0.9f, 0.8f, 0.1f);
        float excess = Math.Max(0, frame.Residuals.Excess[i]), heat = excess >= 1 ? 1 : Faint * excess * excess;
        return Color(grey + ((1 - grey) * heat), grey * (1 - heat), grey * (1 - heat));
    }

    private static byte[] Color(float r, float g, float b) => [(byte)(255 * r), (byte)(255 * g), (byte)(255 * b)];

    // Within a pixel of one mask or the other.
    private static bool[] Near(bool[] mask, bool[] other, int width)
    {
        bool[] near = new bool[mask.Length];
        for (int i = 0; i < mask.Length; i++)
        {
            if (!mask[i] && (other.Length == 0 || !other[i]))
                continue;
            int x = i % width, y = i / width;
            for (int v = Math.Max(0, y - 1); v <= Math.Min((mask.Length / width) - 1, y + 1); v++)
                near.AsSpan((v * width) + Math.Max(0, x - 1), Math.Min(width - 1, x + 1) - Math.Max(0, x - 1) + 1).Fill(true);
        }

        return near;
    }
}
