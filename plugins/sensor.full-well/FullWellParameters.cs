namespace SensorSim.Plugins.SensorFullWell;

/// <summary>Default: Sony's IMX477 (strollswithmydog.com).</summary>
public sealed record FullWellParameters
{
    [Parameter("Charge at which a pixel is full", Unit = "e-", Min = 1, Max = 1e8)]
    public double FullWellElectrons { get; init; } = 8180;
}
