using SensorSim.Plugins;

namespace SensorSim.UnitTests.Styles;

public sealed record WarmthParameters
{
    [Parameter("Stops by which red is brightened, and blue darkened", Unit = "stops", Min = -1, Max = 1)]
    public double Warmth { get; init; } = 0.25;
}
