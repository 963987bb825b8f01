namespace SensorSim.Datasets.Audit;

/// <summary>How much of a dataset is meant to test a failure mode.</summary>
/// <param name="FailureMode">As the frames say it; null for frames of a scenario without an intent.</param>
/// <param name="Frames">Frames that no gate rejected.</param>
/// <param name="Samples">Samples with such a frame.</param>
/// <param name="Rejected">Frames that a gate rejected.</param>
public sealed record FailureModeCount(string? FailureMode, long Frames, long Samples, long Rejected)
{
    /// <summary>One for each failure mode, by name; first frames without one.</summary>
    public static IReadOnlyList<FailureModeCount> Of(IEnumerable<FrameRecord> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var tally = new FailureModeTally();
        foreach (FrameRecord frame in frames) tally.Add(frame);
        return tally.Counts();
    }
}
