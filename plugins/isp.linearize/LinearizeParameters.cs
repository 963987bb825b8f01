namespace SensorSim.Plugins.IspLinearize;

public sealed record LinearizeParameters
{
    [Parameter("Digital gain: 2 lifts the picture by one stop", Min = 0.001, Max = 1000)]
    public double Gain { get; init; } = 1;
}
