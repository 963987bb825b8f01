namespace SensorSim.Cli.Console;

/// <summary>How fast work is getting done, over the last minute, and when it will be finished.</summary>
internal sealed class RateEstimate(long total, TimeProvider clock)
{
    /// <summary>Frames of an episode come in bursts, behind its physics: a shorter window would tell the rate of one burst.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>A few frames that were ready together say nothing about the rate.</summary>
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(1);

    private readonly Queue<(long Timestamp, long Done)> _samples = [];
    private (long Timestamp, long Done) _latest;
    private long? _before;

    /// <summary>Units done each second; null until two reports are a second apart, and for the first unit alone, in which is what comes once, such as shaders that compile.</summary>
    public double? PerSecond
    {
        get
        {
            if (!_samples.TryPeek(out (long Timestamp, long Done) oldest) || _latest.Done - _before == 1) return null;
            TimeSpan span = clock.GetElapsedTime(oldest.Timestamp, _latest.Timestamp);
            return span >= ShortestSpan ? (_latest.Done - oldest.Done) / span.TotalSeconds : null;
        }
    }

    /// <summary>Time until everything is done; null while unknown, and when there is nothing left to do.</summary>
    public TimeSpan? Remaining =>
        _latest.Done < total && PerSecond is > 0 and double rate && (total - _latest.Done) / rate is < 1e9 and double seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Notes that <paramref name="done"/> units are done now. What is done at the first report counts as done before.</summary>
    public void Report(long done)
    {
        _latest = (clock.GetTimestamp(), done);
        _before ??= done;
        _samples.Enqueue(_latest);
        while (_samples.Count > 2 && clock.GetElapsedTime(_samples.Peek().Timestamp, _latest.Timestamp) > Window) _samples.Dequeue();
    }
}
