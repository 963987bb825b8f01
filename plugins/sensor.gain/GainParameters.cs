namespace SensorSim.Plugins.SensorGain;

/// <summary>Default: Sony's IMX477 at gain 1 (strollswithmydog.com), which has one conversion gain.</summary>
public sealed record GainParameters
{
    [Parameter("System gain at ISO 100; other speeds scale it", Unit = "DN/e-", Min = 1e-4, Max = 1e4)]
    public double GainDnPerElectron { get; init; } = 0.47;

    [Parameter("Dual conversion gain: the high one over the low one; 1 for sensors with one", Min = 1, Max = 100)]
    public double HighGainFactor { get; init; } = 1;

    [Parameter("Speed from which on the high conversion gain is used", Unit = "ISO", Min = 1, Max = 1e7)]
    public double HighGainIso { get; init; } = 800;
}
