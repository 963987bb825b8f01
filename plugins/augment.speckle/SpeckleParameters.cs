namespace SensorSim.Plugins.AugmentSpeckle;

/// <summary>No camera's: chosen for training.</summary>
public sealed record SpeckleParameters
{
    [Parameter("Standard deviation of the factor's distance from 1", Min = 0, Max = 2)]
    public double Sigma { get; init; } = 0.1;
}
