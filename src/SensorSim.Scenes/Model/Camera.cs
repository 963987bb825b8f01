namespace SensorSim.Scenes.Model;

/// <summary>A camera of the file.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="VerticalFieldOfView">Radians; null for an orthographic camera.</param>
/// <param name="OrthographicHalfHeight">Metres; null for a perspective camera.</param>
/// <param name="AspectRatio">Width / height; null when the file leaves it open.</param>
public sealed record Camera(string? Name, double? VerticalFieldOfView, double? OrthographicHalfHeight, double? AspectRatio);
