namespace SensorSim.Plugins.SensorDsnu;

/// <summary>The default is a typical value of small pixels, not a measured one.</summary>
public sealed record DsnuParameters
{
    [Parameter("Standard deviation of the pixels' offsets", Unit = "e-", Min = 0, Max = 1e5)]
    public double DsnuElectrons { get; init; } = 1;
}
