using System.Collections.Concurrent;
using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Provenance;

/// <summary>Findings from several threads, in one order whatever the threads.</summary>
internal sealed class FindingList
{
    private readonly ConcurrentBag<Finding> _findings = [];

    public bool IsEmpty => _findings.IsEmpty;

    public void Add(string path, string message) => _findings.Add(new(path, null, message));

    public void Add(string path, long line, string message) => _findings.Add(new(path, line, message));

    public IReadOnlyList<Finding> Sorted() =>
    [
        .. _findings.OrderBy(f => f.Path != DatasetLayout.Frames).ThenBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line ?? 0).ThenBy(f => f.Message, StringComparer.Ordinal),
    ];
}
