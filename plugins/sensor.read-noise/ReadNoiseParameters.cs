namespace SensorSim.Plugins.SensorReadNoise;

/// <summary>Default: Sony's IMX477 at gain 1 (strollswithmydog.com).</summary>
public sealed record ReadNoiseParameters
{
    [Parameter("Gaussian: standard deviation. Tukey-lambda: the scale, which is not its standard deviation", Unit = "e-", Min = 0, Max = 1e5)]
    public double ReadNoiseElectrons { get; init; } = 3;

    [Parameter("Law of the noise")]
    public ReadNoiseLaw Law { get; init; } = ReadNoiseLaw.Gaussian;

    [Parameter("Shape of Tukey-lambda: 0.14 is nearly normal, less has longer tails, 0 is logistic", Min = -0.45, Max = 1)]
    public double Lambda { get; init; } = 0.14;
}
