namespace SensorSim.Scenes.Scenarios.Cameras;

/// <summary>A lens that is sharp at one distance. Without it everything is sharp.</summary>
/// <param name="DistanceMetres">Depth that is sharp.</param>
/// <param name="FocalLengthMillimetres">Over the exposure's f-number it is the aperture's diameter.</param>
public sealed record FocusSettings(double DistanceMetres, double FocalLengthMillimetres);
