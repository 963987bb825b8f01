using System.Collections.Concurrent;

namespace SensorSim.Datasets.Storage;

/// <summary>Which frames of a plan are begun and which are on the disk, so that none is written twice. Thread-safe.</summary>
internal sealed class FrameRegister(DatasetPlan plan)
{
    private readonly FrameOrder _order = new(plan.Cameras);

    /// <summary>Frame → whether it is on the disk; one that is being written is there already.</summary>
    private readonly ConcurrentDictionary<string, bool> _frames = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Finished => [.. _frames.Where(frame => frame.Value).Select(frame => frame.Key)];

    public bool IsFinished(string frame) => _frames.GetValueOrDefault(frame);

    /// <exception cref="ArgumentException">The frame does not belong to the plan, or was begun before.</exception>
    public void Begin(FrameRecord record)
    {
        string name = DatasetLayout.FrameName(record.Sample, record.Step, record.Camera);
        if (record.Frame != name)
            throw new ArgumentException($"The frame of sample {record.Sample}, step {record.Step}, camera {record.Camera} is called {name}, not {record.Frame}.", nameof(record));
        _order.KeyOf(record);
        if (!_frames.TryAdd(name, false))
            throw new ArgumentException($"The frame {name} was written before.", nameof(record));
    }

    public void Finish(string frame) => _frames[frame] = true;

    public void Finish(IEnumerable<string> frames)
    {
        foreach (string frame in frames)
            Finish(frame);
    }
}
