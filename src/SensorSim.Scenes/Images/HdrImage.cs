namespace SensorSim.Scenes.Images;

/// <summary>A high-dynamic-range image.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="RgbLinear">Width · Height · 3 linear values, row-major from the top left.</param>
public sealed record HdrImage(int Width, int Height, float[] RgbLinear);
