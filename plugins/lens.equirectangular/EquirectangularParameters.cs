namespace SensorSim.Plugins.LensEquirectangular;

/// <summary>A panorama has none: its scale is the camera's field of view, 360 degrees unless that says otherwise.</summary>
public sealed record EquirectangularParameters;
