namespace SensorSim.Cli.Console;

/// <summary>Brings reports and lines from many threads, perhaps out of order, to a display that wants one at a time.</summary>
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

    /// <summary>Prints a line without disturbing the display.</summary>
    public void Say(string line)
    {
        lock (_lock) display.Say(line);
    }

    /// <summary>A line that ought to be read.</summary>
    public void Warn(string message) => Say(Terminal.WarningOf(message));
}
