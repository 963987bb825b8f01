using System.Collections.Concurrent;

namespace SensorSim.UnitTests.Cosmos;

/// <summary>A clock for code that waits: a pause is over at once, and the clock has moved by it. Timers of a quarter of an hour and more are limits, not pauses: they fire when the clock has come there.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly List<JumpingTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How long was waited, in seconds, in order.</summary>
    public ConcurrentQueue<double> Pauses { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new JumpingTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Begin(JumpingTimer timer, TimeSpan due)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (due < TimeSpan.Zero)
            {
                return;
            }

            timer.Due = _now + due;
            _timers.Add(timer);
            if (due < s_limit)
            {
                Pauses.Enqueue(due.TotalSeconds);
                _now = timer.Due;
            }

            foreach (JumpingTimer over in _timers.Where(other => other.Due <= _now).ToArray())
            {
                _timers.Remove(over);
                ThreadPool.QueueUserWorkItem(_ => over.Fire());
            }
        }
    }

    private void End(JumpingTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class JumpingTimer(JumpingClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Begin(this, dueTime);
            return true;
        }

        public void Dispose() => clock.End(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
