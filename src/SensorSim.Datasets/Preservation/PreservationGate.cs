namespace SensorSim.Datasets.Preservation;

/// <summary>
/// Says whether a restyled frame still fits its labels. Nothing here is learned: the edges of labels are looked for in the picture, and what is inside them is compared with what recolouring explains.
/// </summary>
/// <param name="thresholds">Where the lines are.</param>
public sealed class PreservationGate(GateThresholds thresholds)
{
    /// <summary>With the calibrated lines.</summary>
    public PreservationGate()
        : this(new GateThresholds())
    {
    }

    public GateThresholds Thresholds => thresholds;

    /// <summary>Measures a frame and judges it.</summary>
    /// <param name="frame">Before, after and labels.</param>
    /// <param name="previous">The same camera's frame at the step before, whose flow leads to this one; null where there is none.</param>
    /// <exception cref="ArgumentException">A plane is not of the size or kind that it should be.</exception>
    public GateRecord Judge(StyledFrame frame, StyledFrame? previous = null)
    {
        GateRecord scores = Measure(frame, previous);
        return scores with { Failures = GateVerdict.Of(scores, frame, thresholds, previous) };
    }

    /// <summary>The scores alone, without failures.</summary>
    public GateRecord Measure(StyledFrame frame, StyledFrame? previous = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        frame.Validate();
        var measured = GateMeasurement.Of(frame, thresholds);
        GateRecord record = GateScores.Of(measured, thresholds);
        return previous?.Flow is null ? record : TemporalScores.Add(record, previous, measured);
    }
}
