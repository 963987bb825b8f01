namespace SensorSim.Scenes.Scenarios.Cameras;

/// <summary>A physical exposure. Without one a camera exposes automatically.</summary>
/// <param name="FNumber">Focal length / aperture diameter.</param>
/// <param name="TimeSeconds">Exposure time of each row.</param>
/// <param name="Iso">Exposure index; 100 is the sensor's base gain.</param>
/// <param name="RowTimeSeconds">Delay from one row to the next; 0 is a global shutter.</param>
public sealed record ExposureSettings(double FNumber, double TimeSeconds, double Iso, double RowTimeSeconds);
