using SensorSim.Plugins;

namespace SensorSim.Datasets.Preservation;

/// <summary>
/// Where the label gate draws its lines. The defaults are those that were calibrated: docs/style.md, The gate. Bound and checked by <see cref="ParameterSchema"/>, as the parameters of a plugin.
/// </summary>
public sealed record GateThresholds
{
    [Parameter("Outlines that are found this far from where labels say, or farther, are shifted", Unit = "px", Min = 0.25, Max = 6)]
    public double ShiftPx { get; init; } = 0.7;

    [Parameter("... where edges are more alike there by at least this much, a correlation from -1 to 1", Min = 0, Max = 1)]
    public double ShiftGain { get; init; } = 0.1;

    [Parameter("The same for one object, whose outline is shorter", Unit = "px", Min = 0.25, Max = 6)]
    public double InstanceShiftPx { get; init; } = 1;

    [Parameter("The same for one object", Min = 0, Max = 1)]
    public double InstanceShiftGain { get; init; } = 0.03;

    [Parameter("... and by this more, divided by the square root of its length: what chance can do", Min = 0, Max = 10)]
    public double ShiftChance { get; init; } = 1;

    [Parameter("... and by at least this share of what such a shift of its outline gives", Min = 0, Max = 1)]
    public double ShiftShare { get; init; } = 0.15;

    [Parameter("Least contrast of an outline that is judged, of the encoded range", Min = 0.01, Max = 1)]
    public double LeastContrast { get; init; } = 0.1;

    [Parameter("Least length of such an outline that is judged, pairs of neighbouring pixels", Unit = "px", Min = 8, Max = 10000)]
    public double LeastOutlinePx { get; init; } = 70;

    [Parameter("Least width of an object that is judged by its outline: twice its area by the length of its outline", Unit = "px", Min = 0, Max = 1000)]
    public double LeastWidthPx { get; init; } = 4;

    [Parameter("A piece of outline stands out as long as it keeps this share of its contrast, measured by the frame's own change of contrast", Min = 0, Max = 1)]
    public double PieceContrast { get; init; } = 0.35;

    [Parameter("An object is erased when less than this is left of it: the mean of the share of its outline that stands out and, counted twice, the share of its edges that are where they should be", Min = 0, Max = 1)]
    public double Standing { get; init; } = 0.35;

    [Parameter("A frame whose median contrast after is less than this share of that before cannot be judged", Min = 0, Max = 1)]
    public double ContrastRatio { get; init; } = 0.15;

    [Parameter("Difference from the object's own recolouring that is tolerated, of the encoded range", Min = 0, Max = 1)]
    public double ResidualContrast { get; init; } = 0.05;

    [Parameter("... and this many times what is usual for the object", Min = 0, Max = 20)]
    public double ResidualSpreads { get; init; } = 3;

    [Parameter("... and this share of the steepest gradient of the picture near by: a little blur, or less of it, is no insertion", Unit = "px", Min = 0, Max = 10)]
    public double ResidualEdge { get; init; } = 0.25;

    [Parameter("Area of a connected place with more difference than that, each pixel counted as often as it is more, at most four times, from which on it is inserted", Unit = "px", Min = 16, Max = 1e6)]
    public double InsertedPx { get; init; } = 320;

    [Parameter("Change along the flow, beyond that of the frames before restyling, from which on a surface flickers, of the encoded range", Min = 0, Max = 1)]
    public double Flicker { get; init; } = 0.06;

    [Parameter("Error of an object's motion from one frame to the next", Unit = "px", Min = 0.25, Max = 6)]
    public double MotionPx { get; init; } = 1.5;

    [Parameter("The same of an object that begins or ceases to touch another", Unit = "px", Min = 0.25, Max = 6)]
    public double ContactMotionPx { get; init; } = 1;

    [Parameter("... where its edges are more alike there by at least this much", Min = 0, Max = 1)]
    public double MotionGain { get; init; } = 0.25;
}
