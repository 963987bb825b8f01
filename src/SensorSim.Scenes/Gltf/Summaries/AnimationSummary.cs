namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>An animation.</summary>
/// <param name="Index">Position in the document.</param>
/// <param name="Name">As in the file.</param>
/// <param name="DurationS">Seconds until the last keyframe of the longest track that was read.</param>
/// <param name="Channels">In the file, those that were left out with a warning too.</param>
public sealed record AnimationSummary(int Index, string? Name, double DurationS, int Channels);
