namespace SensorSim.Plugins.OpticsGlare;

/// <summary>Defaults: the veiling glare of an ordinary camera lens is a few percent (typical, not measured).</summary>
public sealed record GlareParameters
{
    [Parameter("Share of the light that is scattered; the rest stays where it is", Min = 0, Max = 1)]
    public double Share { get; init; } = 0.02;

    [Parameter("Power of the distance with which scattered light falls off", Min = 1.5, Max = 6)]
    public double Falloff { get; init; } = 2.5;
}
