namespace SensorSim.Plugins.SensorDefects;

/// <summary>The shares are typical values, not measured ones.</summary>
public sealed record DefectsParameters
{
    [Parameter("Share of stuck pixels, at fixed places", Min = 0, Max = 0.5)]
    public double HotShare { get; init; } = 1e-4;

    [Parameter("Share of dead pixels, at fixed places", Min = 0, Max = 0.5)]
    public double DeadShare { get; init; } = 1e-4;

    [Parameter("What a stuck pixel reads: the full well of Sony's IMX477", Unit = "e-", Min = 0, Max = 1e8)]
    public double HotElectrons { get; init; } = 8180;
}
