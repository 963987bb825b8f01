namespace SensorSim.Datasets;

/// <summary>The exposure of a frame as it ran; see <see cref="Sensors.Exposure"/>.</summary>
public sealed record ExposureRecord(double StartS, double DurationS, double RowTimeS, double LuxSecondsPerNit, double Iso);
