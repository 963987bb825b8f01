namespace SensorSim.Hosting.Characterization;

/// <summary>What a frame of the procedure is of.</summary>
/// <param name="IsLit">A flat field; else dark.</param>
/// <param name="Level">Frames of one level have the same light, time and speed.</param>
/// <param name="ExposureSeconds">Time; not a number where it is not given.</param>
/// <param name="Iso">Speed.</param>
public readonly record struct FrameKind(bool IsLit, int Level, double ExposureSeconds, double Iso);
