namespace SensorSim.Cli.Console;

/// <summary>Says a line when something takes longer than a moment, so that nobody wonders.</summary>
internal sealed class DelayedLine : IDisposable
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(2);

    private readonly ITimer _timer;

    /// <param name="terminal">Gets the line.</param>
    /// <param name="line">What is being done.</param>
    /// <param name="time">The clock.</param>
    public DelayedLine(Terminal terminal, string line, TimeProvider time) => _timer = time.CreateTimer(_ => terminal.Say(line), null, s_moment, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
