namespace SensorSim.Scenes.Model;

/// <summary>An image with the way to sample it.</summary>
public sealed record Texture(int Image, TextureSampler Sampler);
