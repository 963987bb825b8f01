namespace SensorSim.Plugins.AugmentSaltPepper;

/// <summary>No camera's: chosen for training. Defects of a sensor are <c>sensor.defects</c>.</summary>
public sealed record SaltPepperParameters
{
    [Parameter("Share of pixels that change", Min = 0, Max = 1)]
    public double Amount { get; init; } = 0.01;

    [Parameter("Share of those that become white; the others become black", Min = 0, Max = 1)]
    public double Salt { get; init; } = 0.5;
}
