namespace SensorSim.Cli.Console;

/// <summary>Brings reports from many threads, perhaps out of order, to a display that wants one at a time.</summary>
internal sealed class DisplayProgress(ProgressDisplay display) : IProgress<long>
{
    private readonly Lock _lock = new();
    private long _done = -1;

    public void Report(long value)
    {
        lock (_lock)
        {
            if (value <= _done) return;
            _done = value;
            display.Report(value);
        }
    }
}
