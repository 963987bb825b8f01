namespace SensorSim.Datasets.Audit;

/// <summary>Counts frames and samples by their failure mode.</summary>
internal sealed class FailureModeTally
{
    private readonly SortedDictionary<string, Count> _modes = new(StringComparer.Ordinal);

    public void Add(FrameRecord frame)
    {
        // A mode is never empty in a file.
        if (!_modes.TryGetValue(frame.FailureMode ?? "", out Count? count)) _modes[frame.FailureMode ?? ""] = count = new();
        if (frame.Rejected is not null)
        {
            count.Rejected++;
            return;
        }

        count.Frames++;
        count.Samples.Add(frame.Sample);
    }

    public IReadOnlyList<FailureModeCount> Counts() =>
        [.. _modes.Select(pair => new FailureModeCount(pair.Key.Length > 0 ? pair.Key : null, pair.Value.Frames, pair.Value.Samples.Count, pair.Value.Rejected))];

    private sealed class Count
    {
        public long Frames { get; set; }

        public long Rejected { get; set; }

        public HashSet<long> Samples { get; } = [];
    }
}
