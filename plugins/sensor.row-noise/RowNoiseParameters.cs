namespace SensorSim.Plugins.SensorRowNoise;

/// <summary>Default: Sony's A7S II at ISO 12800 (parameter tables of PMN and PNNP).</summary>
public sealed record RowNoiseParameters
{
    [Parameter("Standard deviation of what changes from frame to frame", Unit = "e-", Min = 0, Max = 1e5)]
    public double TemporalElectrons { get; init; } = 0.104;

    [Parameter("Standard deviation of what stays: a fixed pattern of rows", Unit = "e-", Min = 0, Max = 1e5)]
    public double FixedElectrons { get; init; }
}
