namespace SensorSim.Plugins.IspTone;

/// <summary>The defaults lift the picture by one stop and fold the upper half of it into a shoulder: a tuned, modest photographic curve.</summary>
public sealed record ToneParameters
{
    [Parameter("Gain in front of the curve: 2 lifts the picture by one stop", Min = 0.001, Max = 1000)]
    public double Gain { get; init; } = 2;

    [Parameter("Up to where the curve is a straight line", Min = 0, Max = 0.99)]
    public double Knee { get; init; } = 0.4;

    [Parameter("What becomes white behind the gain; 1 makes the whole curve straight", Min = 1, Max = 1000)]
    public double White { get; init; } = 2;
}
