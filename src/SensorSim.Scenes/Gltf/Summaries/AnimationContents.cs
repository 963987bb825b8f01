namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>An animation of a document.</summary>
public sealed record AnimationContents(string? Name, int Channels);
