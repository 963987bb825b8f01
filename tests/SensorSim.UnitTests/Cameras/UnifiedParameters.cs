using SensorSim.Plugins;

namespace SensorSim.UnitTests.Cameras;

internal sealed record UnifiedParameters
{
    [Parameter("Distance of the second centre of projection", Min = 0, Max = 1)]
    public double Xi { get; init; } = 0.6;
}
