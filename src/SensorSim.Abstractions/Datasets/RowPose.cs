namespace SensorSim.Datasets;

/// <summary>The camera while one row of a rolling shutter is open.</summary>
/// <param name="TimeS">Middle of the row's exposure, seconds on the episode's clock.</param>
/// <param name="CameraToWorld">Row-major 4x4, OpenCV camera frame, at that time.</param>
public sealed record RowPose(double TimeS, IReadOnlyList<double> CameraToWorld);
