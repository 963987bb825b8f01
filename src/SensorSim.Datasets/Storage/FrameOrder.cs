namespace SensorSim.Datasets.Storage;

/// <summary>The order of frames in a dataset: sample, step, then the camera's place in the plan.</summary>
public sealed class FrameOrder(IReadOnlyList<string> cameras)
{
    private readonly Dictionary<string, int> _cameras =
        cameras.Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index, StringComparer.Ordinal);

    public bool Knows(string camera) => _cameras.ContainsKey(camera);

    /// <summary>The record's sort key.</summary>
    /// <exception cref="ArgumentException">The camera is not of the plan.</exception>
    public (long Sample, int Step, int Camera) KeyOf(FrameRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _cameras.TryGetValue(record.Camera, out int index)
            ? (record.Sample, record.Step, index)
            : throw new ArgumentException($"The camera '{record.Camera}' of frame {record.Frame} is not of the plan ({string.Join(", ", _cameras.Keys)}).", nameof(record));
    }
}
