namespace SensorSim.Plugins.SensorTelegraphNoise;

/// <summary>The defaults are typical values of small pixels, not measured ones.</summary>
public sealed record TelegraphNoiseParameters
{
    [Parameter("Share of pixels with a trap, at fixed places", Min = 0, Max = 1)]
    public double Share { get; init; } = 0.001;

    [Parameter("Distance of the two levels", Unit = "e-", Min = 0, Max = 1e5)]
    public double AmplitudeElectrons { get; init; } = 10;

    [Parameter("Share of frames in which the trap is filled", Min = 0, Max = 1)]
    public double Duty { get; init; } = 0.5;
}
