namespace SensorSim.Plugins.IspDevelop;

public sealed record DevelopParameters
{
    [Parameter("Digital gain before the curve: 2 lifts the picture by one stop", Min = 0.001, Max = 1000)]
    public double Gain { get; init; } = 1;
}
