using SensorSim.Signals;

namespace SensorSim.Datasets.Preservation;

/// <summary>A picture of where the gate disagrees, for a comparison sheet.</summary>
public static class GateHeatMap
{
    /// <summary>
    /// 8-bit RGB: the picture before in dark grey; red, what recolouring does not explain, full where the gate would count it; outlines of labels that stand out after as before in grey,
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
        return new(frame.Width, frame.Height, 3, SampleType.UInt8, bytes);
    }

    private static byte[] Paint(GateMeasurement frame, bool[] known, bool[] after, int i)
    {
        float grey = 0.35f * (frame.Before.Channels[0][i] + frame.Before.Channels[1][i] + frame.Before.Channels[2][i]) / 3;
        if (frame.Edges.Mask[i] && frame.ImageEdgesBefore[i])
            return after[i] ? Color(0.6f, 0.6f, 0.6f) : Color(0.2f, 0.4f, 1);
        if (frame.ImageEdgesAfter[i] && !known[i])
            return Color(0.9f, 0.8f, 0.1f);
        float heat = Math.Clamp(frame.Residuals.Excess[i], 0, 1);
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
