namespace SensorSim.Plugins.CameraBlur;

public sealed record BlurParameters
{
    [Parameter("Standard deviation of the point spread function", Unit = "px", Min = 0, Max = 32)]
    public double SigmaPx { get; init; } = 0.7;
}
