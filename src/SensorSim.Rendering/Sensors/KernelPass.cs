namespace SensorSim.Rendering.Sensors;

/// <summary>One pass of a neighbourhood stage.</summary>
/// <param name="Stage">Index into the chain.</param>
/// <param name="Pass">From 0 on.</param>
internal readonly record struct KernelPass(int Stage, int Pass);
