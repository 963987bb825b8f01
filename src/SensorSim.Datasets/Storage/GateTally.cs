namespace SensorSim.Datasets.Storage;

/// <summary>Counts what the label gate said, by the last style of each frame.</summary>
public sealed class GateTally
{
    private readonly SortedDictionary<string, long> _failed = new(StringComparer.Ordinal);
    private long _passed;
    private long _failedFrames;
    private long _unjudged;
    private long _unlike;

    public void Add(GateRecord? judged)
    {
        if (judged is null)
        {
            return;
        }

        _passed += judged.Failures.Count == 0 ? 1 : 0;
        _unjudged += judged is { Failures.Count: 0, JudgedObjects: 0 } ? 1 : 0;
        _unlike += judged.Failures.Count == 0 && judged.Ssim < GateCounts.UnlikeSsim ? 1 : 0;
        _failedFrames += judged.Failures.Count > 0 ? 1 : 0;
        foreach (string kind in judged.Failures.Select(failure => failure.Kind).Distinct(StringComparer.Ordinal))
        {
            _failed[kind] = _failed.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>Null where no gate looked.</summary>
    public GateCounts? Counts() => _passed + _failedFrames > 0 ? new(_passed, _failedFrames, _failed) { Unjudged = _unjudged, Unlike = _unlike } : null;
}
