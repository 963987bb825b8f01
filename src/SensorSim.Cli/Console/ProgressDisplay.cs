namespace SensorSim.Cli.Console;

/// <summary>Shows on standard error how far a long job is. Call from one thread.</summary>
internal abstract class ProgressDisplay : IDisposable
{
    /// <param name="terminal">Decides between a moving bar and plain lines.</param>
    /// <param name="unit">What is counted, plural: "frames".</param>
    /// <param name="total">How many there are.</param>
    public static ProgressDisplay Start(Terminal terminal, string unit, long total) =>
        terminal.ErrorIsTerminal
            ? new ProgressBar(terminal, unit, total)
            : new ProgressLines(terminal.Error, unit, total, TimeProvider.System);

    /// <summary>That many are done, those of an earlier run included.</summary>
    public abstract void Report(long done);

    /// <summary>Prints a line without disturbing the bar.</summary>
    public abstract void Say(string line);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
