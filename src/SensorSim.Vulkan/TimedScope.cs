namespace SensorSim.Vulkan;

/// <summary>How long the GPU took for a named part of a submission.</summary>
public readonly record struct TimedScope(string Name, double Milliseconds);
