namespace SensorSim.Datasets.Audit;

/// <summary>Counts the styles of frames.</summary>
internal sealed class StyleTally
{
    private readonly Dictionary<(string Use, string Version, string Stage, string Nature), long[]> _styles = [];

    public void Add(FrameRecord frame)
    {
        foreach (StyleRecord style in frame.Style ?? [])
        {
            (string, string, string, string) key = (style.Use, style.Version, style.Stage, style.Nature);
            if (!_styles.TryGetValue(key, out long[]? counts))
                _styles.Add(key, counts = new long[3]);
            counts[style.Gate is null ? 2 : style.Gate.Failures.Count == 0 ? 0 : 1]++;
        }
    }

    /// <summary>In the order in which they were met.</summary>
    public IReadOnlyList<StyleUse> Counts() => [.. _styles.Select(style => new StyleUse(style.Key.Use, style.Key.Version, style.Key.Stage, style.Key.Nature, style.Value.Sum(), style.Value[0], style.Value[1], style.Value[2]))];
}
