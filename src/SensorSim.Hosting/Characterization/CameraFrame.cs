namespace SensorSim.Hosting.Characterization;

/// <summary>A frame of a real camera on disk.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Kind">What it is of.</param>
public sealed record CameraFrame(string Path, FrameKind Kind);
