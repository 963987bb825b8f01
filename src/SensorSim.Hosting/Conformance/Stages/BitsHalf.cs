using SensorSim.Plugins;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Which half of a number is read. A number and no flag: both halves share a shader.</summary>
internal sealed record BitsHalf
{
    [Parameter("1 the lower sixteen bits, 2 the upper ones", Min = 1, Max = 2)]
    public double Part { get; init; } = 1;
}
