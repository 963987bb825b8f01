using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace SensorSim.Hosting.Runs;

/// <summary>
/// Threads that encode and write what the renderer made. The queue is bounded, so that a slow disk slows the renderer instead of
/// filling memory; the first failure stops the run, and a stop leaves only what is being encoded to be finished.
/// </summary>
internal sealed class EncoderPool<T> : IDisposable
{
    private readonly Channel<T> _queue;
    private readonly Action<T> _encode;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _failed = new();
    private readonly Thread[] _threads;
    private readonly object _progress = new();
    private Exception? _failure;
    private int _pending;

    /// <param name="threads">At least 1.</param>
    /// <param name="capacity">Items that may wait.</param>
    /// <param name="encode">Called from the pool's threads.</param>
    /// <param name="stop">From then on items are dropped instead of being encoded; one that is being encoded is finished.</param>
    public EncoderPool(int threads, int capacity, Action<T> encode, CancellationToken stop)
    {
        _encode = encode;
        _stop = stop;
        _queue = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleWriter = true });
        _threads = [.. Enumerable.Range(1, threads).Select(i => new Thread(Work) { Name = FormattableString.Invariant($"encoder {i}"), IsBackground = true })];
        foreach (Thread thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>Hands over one item; waits while the queue is full.</summary>
    /// <exception cref="Exception">What an encoder threw, as it threw it.</exception>
    public void Add(T item)
    {
        Count(1);
        try
        {
            _queue.Writer.WriteAsync(item, _failed.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            Count(-1);
            Complete();
        }
    }

    /// <summary>Waits, while the threads go on, until everything handed over is written, or until for that long nothing is.</summary>
    public void Flush(TimeSpan patience)
    {
        lock (_progress)
        {
            while (_pending > 0 && Monitor.Wait(_progress, patience))
            {
            }
        }
    }

    /// <summary>Waits until everything handed over is written, or dropped after a stop.</summary>
    /// <exception cref="Exception">What an encoder threw, as it threw it.</exception>
    public void Complete()
    {
        _queue.Writer.TryComplete();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <summary>Ends the threads without looking at failures: for a run that is failing already.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _failed.Dispose();
    }

    private void Work()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_queue.Reader.TryRead(out T? item))
            {
                Encode(item);
                Count(-1);
            }
        }
    }

    private void Count(int change)
    {
        lock (_progress)
        {
            _pending += change;
            Monitor.PulseAll(_progress);
        }
    }

    // After a failure or a stop the queue is still emptied, so that whoever waits for room is woken, but nothing more is written.
    private void Encode(T item)
    {
        if (_failed.IsCancellationRequested || _stop.IsCancellationRequested)
        {
            (item as IDisposable)?.Dispose();
            return;
        }

        try
        {
            _encode(item);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
            _failed.Cancel();
        }
    }
}
