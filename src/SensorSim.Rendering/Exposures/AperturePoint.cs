namespace SensorSim.Rendering.Exposures;

/// <summary>A point of an aperture.</summary>
/// <param name="XMetres">To the right of the middle.</param>
/// <param name="YMetres">Below the middle.</param>
/// <param name="FocusMetres">Distance from the camera that is sharp.</param>
/// <param name="Lean">The aperture's radius over that distance: how far rays through its points lean away from those through its middle.</param>
public sealed record AperturePoint(double XMetres, double YMetres, double FocusMetres, double Lean);
