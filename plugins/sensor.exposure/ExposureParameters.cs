namespace SensorSim.Plugins.SensorExposure;

public sealed record ExposureParameters
{
    [Parameter("Share of the light that the lens lets through", Min = 0.001, Max = 1)]
    public double Transmittance { get; init; } = 1;
}
