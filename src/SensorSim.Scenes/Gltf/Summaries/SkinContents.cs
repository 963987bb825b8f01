namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A skin of a document.</summary>
public sealed record SkinContents(string? Name, int Joints);
