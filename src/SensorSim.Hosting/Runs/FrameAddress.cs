namespace SensorSim.Hosting.Runs;

/// <summary>One frame of a run.</summary>
/// <param name="Sample">Index of the cousin.</param>
/// <param name="Step">Index within the episode.</param>
/// <param name="Camera">Index of the camera in the plan.</param>
public readonly record struct FrameAddress(long Sample, int Step, int Camera);
