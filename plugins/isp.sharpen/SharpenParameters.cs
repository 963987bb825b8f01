namespace SensorSim.Plugins.IspSharpen;

public sealed record SharpenParameters
{
    [Parameter("How much of what a blur would take away is added", Min = 0, Max = 10)]
    public double Amount { get; init; } = 0.5;

    [Parameter("Standard deviation of that Gaussian blur", Unit = "px", Min = 0.3, Max = 5)]
    public double SigmaPx { get; init; } = 1;
}
