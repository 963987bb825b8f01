namespace SensorSim.Plugins.SensorPrnu;

/// <summary>Default: Sony's IMX363 (ISETCam, sensorIMX363.m).</summary>
public sealed record PrnuParameters
{
    [Parameter("Standard deviation of the pixels' sensitivities", Unit = "%", Min = 0, Max = 100)]
    public double PrnuPercent { get; init; } = 0.7;
}
