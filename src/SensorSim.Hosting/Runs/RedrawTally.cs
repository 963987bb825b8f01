using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Runs;

/// <summary>Counts the samples of a run that were drawn again, and why.</summary>
internal sealed class RedrawTally
{
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private int _samples;

    public void Add(SceneInstance cousin)
    {
        _samples += cousin.Redrawn.Count > 0 ? 1 : 0;
        foreach ((string reason, int times) in cousin.Redrawn)
        {
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + times;
        }
    }

    /// <summary>For a person; null when nothing was drawn again.</summary>
    public string? Line => _samples == 0
        ? null
        : FormattableString.Invariant($"drawn again: {_samples} {(_samples == 1 ? "sample" : "samples")} ({string.Join(", ", _reasons.Select(reason => FormattableString.Invariant($"{reason.Key}: {reason.Value}")))})");
}
