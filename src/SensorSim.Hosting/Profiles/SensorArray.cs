namespace SensorSim.Hosting.Profiles;

/// <summary>The pixels that a sensor has.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record SensorArray(int Width, int Height);
