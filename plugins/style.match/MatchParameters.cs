namespace SensorSim.Plugins.StyleMatch;

public sealed record MatchParameters
{
    [Parameter("Whether edges become as wide as those of the target: blurred, or sharpened")]
    public bool Sharpness { get; init; } = true;

    [Parameter("Whether noise is added until there is as much as in the target; it is never taken away")]
    public bool Noise { get; init; } = true;

    [Parameter("Unsharp masking at most, where the target is the sharper: this many times the detail is added", Min = 0, Max = 5)]
    public double MaxSharpening { get; init; } = 2;
}
