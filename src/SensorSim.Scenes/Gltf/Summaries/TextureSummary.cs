namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A texture with the size of its image in pixels.</summary>
public sealed record TextureSummary(int Index, string? ImageName, int Width, int Height);
