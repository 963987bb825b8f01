namespace SensorSim.Plugins.StyleCosmos.Clips;

/// <summary>Fires when the time is over, or when somebody else says stop.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _either;

    public Deadline(TimeSpan left, TimeProvider clock, CancellationToken stop)
    {
        _time = new(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, stop);
    }

    public CancellationToken Token => _either.Token;

    public void Dispose()
    {
        _either.Dispose();
        _time.Dispose();
    }
}
