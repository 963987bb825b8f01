namespace SensorSim.Scenes.Cousins.Counterfactuals;

/// <summary>
/// Samples that are one cousin in several episodes: one in which nothing happens, then one for each event. They follow each other: sample = cousin × size + member.
/// </summary>
/// <param name="Size">Episodes of a cousin, 1 without events.</param>
internal readonly record struct EpisodeFamily(int Size)
{
    /// <summary>The cousin of a sample.</summary>
    public long CousinOf(long sample) => sample / Size;

    /// <summary>Which of the cousin's episodes it is; 0 is that in which nothing happens.</summary>
    public int MemberOf(long sample) => (int)(sample % Size);

    /// <summary>How many cousins so many samples have.</summary>
    public long Cousins(long samples) => (samples + Size - 1) / Size;
}
