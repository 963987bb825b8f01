namespace SensorSim.Randomness;

/// <summary>Four 32-bit integers: a Philox counter or its output; GLSL's uvec4.</summary>
public readonly record struct UInt4(uint X, uint Y, uint Z, uint W);
