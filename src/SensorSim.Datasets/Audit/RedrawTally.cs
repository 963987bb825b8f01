namespace SensorSim.Datasets.Audit;

/// <summary>Counts samples that were drawn again, and why.</summary>
public sealed class RedrawTally
{
    private readonly SortedDictionary<string, RedrawReason> _reasons = new(StringComparer.Ordinal);
    private long _samples;

    /// <summary>Counts a sample; each is given once.</summary>
    /// <param name="redrawn">What its earlier draws broke → how often; empty for one whose first draw was kept.</param>
    public void Add(IReadOnlyDictionary<string, int> redrawn)
    {
        ArgumentNullException.ThrowIfNull(redrawn);
        _samples += redrawn.Count > 0 ? 1 : 0;
        foreach ((string what, int times) in redrawn)
        {
            RedrawReason before = _reasons.GetValueOrDefault(what) ?? new(what, 0, 0);
            _reasons[what] = before with { Samples = before.Samples + 1, Times = before.Times + times };
        }
    }

    /// <summary>What was counted so far.</summary>
    public RedrawnSamples Counts() => new(_samples, [.. _reasons.Values.OrderByDescending(reason => reason.Times)]);
}
