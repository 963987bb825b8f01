namespace SensorSim.Scenes.Model;

/// <summary>A decoded image: 8-bit RGBA, row-major from the top left. Whether it is sRGB-encoded is the material's business.</summary>
public sealed record Image(string? Name, int Width, int Height, byte[] Rgba);
