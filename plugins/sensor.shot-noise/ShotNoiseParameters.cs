namespace SensorSim.Plugins.SensorShotNoise;

public sealed record ShotNoiseParameters
{
    [Parameter("False leaves the charge at its mean: for noise-free twins of frames")]
    public bool Poisson { get; init; } = true;
}
