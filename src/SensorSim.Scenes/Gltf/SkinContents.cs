namespace SensorSim.Scenes.Gltf;

/// <summary>A skin of a document.</summary>
public sealed record SkinContents(string? Name, int Joints);
