namespace SensorSim.Datasets;

/// <summary>What the label gate measured of one object of a restyled frame.</summary>
/// <param name="InstanceId">0 is the background.</param>
/// <param name="AreaPx">Visible pixels.</param>
/// <param name="OutlinePx">Length of the outline that stood out before and that nothing is in front of: pairs of neighbouring pixels.</param>
/// <param name="Contrast">Mean contrast of that outline before, 0 to 1 of the encoded range; 0 where there is none.</param>
public sealed record GateInstanceRecord(int InstanceId, int AreaPx, int OutlinePx, double Contrast)
{
    /// <summary>Twice the area by the length of the whole outline, pixels: the width of a strip, half the side of a square.</summary>
    public double WidthPx { get; init; }

    /// <summary>Median contrast after / before along that outline; null where there is none.</summary>
    public double? ContrastRatio { get; init; }

    /// <summary>Share of that outline that still stands out, measured by the frame's own gain in contrast.</summary>
    public double? Kept { get; init; }

    /// <summary>How far the outline is from where it should be, pixels right and down; null where it is too short to tell.</summary>
    public IReadOnlyList<double>? ShiftPx { get; init; }

    /// <summary>How much more alike its edges are there, as a correlation from -1 to 1.</summary>
    public double? ShiftGain { get; init; }

    /// <summary>That gain, as a share of the one that such a shift of this outline gives: 1 of a clean shift, whatever the outline.</summary>
    public double? ShiftShare { get; init; }

    /// <summary>How much of its edges is where it should be, as a share of what was.</summary>
    public double? Agreement { get; init; }

    /// <summary>Mean colour after minus before, each channel -1 to 1 of the encoded range.</summary>
    public IReadOnlyList<double> ColorChange { get; init; } = [0, 0, 0];

    /// <summary>Structural similarity of gradients, at most 1; null where no window of 8 x 8 pixels has its centre on it.</summary>
    public double? Ssim { get; init; }

    /// <summary>Excess change from the frame before along the flow, 0 to 1 of the encoded range; null without a frame before.</summary>
    public double? Flicker { get; init; }

    /// <summary>Motion since the frame before minus true motion, pixels right and down; null where it cannot be told.</summary>
    public IReadOnlyList<double>? MotionErrorPx { get; init; }

    /// <summary>How much more alike its edges are there than where the flow takes it.</summary>
    public double? MotionGain { get; init; }
}
