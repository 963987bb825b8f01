using System.Runtime.ExceptionServices;

namespace SensorSim.Datasets.Storage;

/// <summary>Work on some frames at once, one frame a thread.</summary>
internal static class FrameBatch
{
    /// <exception cref="DatasetException">Of the first frame that failed, whatever the threads.</exception>
    public static void ForEach<T>(IReadOnlyList<T> frames, Action<T> work, CancellationToken cancellation)
    {
        var failures = new DatasetException?[frames.Count];
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, frames.Count, options, i => failures[i] = Failure(work, frames[i]));
        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
    }

    private static DatasetException? Failure<T>(Action<T> work, T frame)
    {
        try
        {
            work(frame);
            return null;
        }
        catch (DatasetException e)
        {
            return e;
        }
    }
}
