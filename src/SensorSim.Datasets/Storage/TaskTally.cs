namespace SensorSim.Datasets.Storage;

/// <summary>Counts the outcomes of tasks, one for each sample.</summary>
public sealed class TaskTally
{
    private readonly SortedDictionary<string, long> _failed = new(StringComparer.Ordinal);
    private long _succeeded;

    /// <param name="isSuccess">Of a sample; null where nobody asks.</param>
    /// <param name="failure">Why not.</param>
    public void Add(bool? isSuccess, string? failure)
    {
        _succeeded += isSuccess == true ? 1 : 0;
        if (isSuccess == false)
        {
            _failed[failure ?? ""] = _failed.GetValueOrDefault(failure ?? "") + 1;
        }
    }

    /// <summary>Null where nobody asked.</summary>
    public TaskCounts? Counts() => _succeeded + _failed.Count > 0 ? new(_succeeded, _failed) : null;
}
