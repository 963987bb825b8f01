namespace SensorSim.Plugins.SensorQuantumEfficiency;

/// <summary>Default: the pitch of Sony's IMX477; the efficiency is a typical value, not a measured one.</summary>
public sealed record QuantumEfficiencyParameters
{
    [Parameter("Side of a square pixel", Unit = "um", Min = 0.1, Max = 100)]
    public double PixelPitchUm { get; init; } = 1.55;

    [Parameter("Electrons per photon behind the red filter, filter included", Unit = "e-/photon", Min = 0.001, Max = 1)]
    public double Red { get; init; } = 0.5;

    [Parameter("Electrons per photon behind the green filter, filter included", Unit = "e-/photon", Min = 0.001, Max = 1)]
    public double Green { get; init; } = 0.5;

    [Parameter("Electrons per photon behind the blue filter, filter included", Unit = "e-/photon", Min = 0.001, Max = 1)]
    public double Blue { get; init; } = 0.5;
}
