using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace SensorSim.Hosting.Runs;

/// <summary>
/// What a run needs of its samples, prepared on a thread of its own while the device renders those before: one that is ready and one in the making, no more. Each is a function of its number alone, so that
/// it does not matter when it is made.
/// </summary>
internal sealed class SamplesAhead<T> : IDisposable
{
    private readonly BlockingCollection<(long Sample, T? Value, ExceptionDispatchInfo? Failure)> _ready = new(boundedCapacity: 1);
    private readonly CancellationTokenSource _over;
    private readonly Func<long, CancellationToken, T> _prepare;
    private readonly Thread _thread;
    private readonly Stopwatch _waited = new();

    /// <param name="samples">In the order in which they are taken; gone through by the thread.</param>
    /// <param name="prepare">Called from the thread; may end early when it is told to stop.</param>
    /// <param name="stop">Ends the preparation.</param>
    public SamplesAhead(IEnumerable<long> samples, Func<long, CancellationToken, T> prepare, CancellationToken stop)
    {
        (_prepare, _over) = (prepare, CancellationTokenSource.CreateLinkedTokenSource(stop));
        _thread = new Thread(() => Work(samples)) { Name = "samples ahead", IsBackground = true };
        _thread.Start();
    }

    /// <summary>For how long samples were waited for, seconds.</summary>
    public double WaitedSeconds => _waited.Elapsed.TotalSeconds;

    /// <summary>The next sample, as soon as it is there.</summary>
    /// <param name="sample">The number that it has.</param>
    /// <exception cref="OperationCanceledException">The run is stopped.</exception>
    /// <exception cref="Exception">What its preparation threw, as it threw it.</exception>
    public T Take(long sample)
    {
        _waited.Start();
        try
        {
            (long number, T? value, ExceptionDispatchInfo? failure) = _ready.Take(_over.Token);
            failure?.Throw();
            return number == sample ? value! : throw new InvalidOperationException(FormattableString.Invariant($"Sample {number} was prepared, and {sample} is wanted."));
        }
        finally
        {
            _waited.Stop();
        }
    }

    /// <summary>Stops the thread and waits for it.</summary>
    public void Dispose()
    {
        _over.Cancel();
        _thread.Join();
        _over.Dispose();
        _ready.Dispose();
    }

    // A failure waits in its sample's place: what was prepared before it is rendered first, as if there were no thread.
    private void Work(IEnumerable<long> samples)
    {
        long last = -1;
        try
        {
            foreach (long sample in samples)
            {
                last = sample;
                _ready.Add((sample, _prepare(sample, _over.Token), null), _over.Token);
            }
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // Nobody takes any more.
        }
        catch (Exception failure)
        {
            Leave((last, default, ExceptionDispatchInfo.Capture(failure)));
        }
    }

    private void Leave((long, T?, ExceptionDispatchInfo?) failure)
    {
        try
        {
            _ready.Add(failure, _over.Token);
        }
        catch (OperationCanceledException)
        {
            // The run ends for another reason.
        }
    }
}
