namespace SensorSim.Plugins.SensorAdc;

public sealed record AdcParameters
{
    [Parameter("Resolution of the converter", Unit = "bit", Min = 1, Max = 24)]
    public int Bits { get; init; } = 12;
}
