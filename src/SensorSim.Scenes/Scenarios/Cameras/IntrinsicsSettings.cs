namespace SensorSim.Scenes.Scenarios.Cameras;

/// <summary>A calibrated camera's intrinsics, in pixels of its image; an integer coordinate is a pixel's centre.</summary>
/// <param name="Fx">Focal length across.</param>
/// <param name="Fy">Focal length down; null is <paramref name="Fx"/>, square pixels.</param>
/// <param name="Cx">Column of the principal point; null is the image's middle.</param>
/// <param name="Cy">Row of the principal point; null is the image's middle.</param>
public sealed record IntrinsicsSettings(double Fx, double? Fy, double? Cx, double? Cy);
