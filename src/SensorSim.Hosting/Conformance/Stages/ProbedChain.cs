using SensorSim.Rendering.Sensors;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>A chain around the stage under test, twice: ending in the lower and in the upper half of its signal's bits.</summary>
internal sealed record ProbedChain(SensorChain Lower, SensorChain Upper);
