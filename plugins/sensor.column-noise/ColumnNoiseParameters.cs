namespace SensorSim.Plugins.SensorColumnNoise;

/// <summary>The defaults are typical values, not measured ones.</summary>
public sealed record ColumnNoiseParameters
{
    [Parameter("Standard deviation of what changes from frame to frame", Unit = "e-", Min = 0, Max = 1e5)]
    public double TemporalElectrons { get; init; } = 0.1;

    [Parameter("Standard deviation of what stays: a fixed pattern of columns", Unit = "e-", Min = 0, Max = 1e5)]
    public double FixedElectrons { get; init; } = 0.3;
}
