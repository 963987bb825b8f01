namespace SensorSim.Plugins.AugmentGaussianNoise;

/// <summary>No camera's: chosen for training.</summary>
public sealed record GaussianNoiseParameters
{
    [Parameter("Standard deviation, before the picture is clipped to 0 … 1; 1 is white", Min = 0, Max = 1)]
    public double Sigma { get; init; } = 0.05;

    [Parameter("One number for the three channels of a pixel")]
    public bool Grey { get; init; }
}
