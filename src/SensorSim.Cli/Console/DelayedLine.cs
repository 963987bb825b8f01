namespace SensorSim.Cli.Console;

/// <summary>Says a line when something takes longer than a moment, so that nobody wonders.</summary>
internal sealed class DelayedLine : IDisposable
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(2);

    private readonly ITimer _timer;

    /// <param name="say">Gets the line, on another thread.</param>
    /// <param name="line">What is being done.</param>
    /// <param name="time">The clock.</param>
    /// <param name="after">How long the moment is; null is two seconds.</param>
    public DelayedLine(Action<string> say, string line, TimeProvider time, TimeSpan? after = null) => _timer = time.CreateTimer(_ => say(line), null, after ?? s_moment, Timeout.InfiniteTimeSpan);

    /// <summary>The line is not said any more; one that is being said is waited for.</summary>
    public void Dispose() => _timer.DisposeAsync().AsTask().Wait();
}
