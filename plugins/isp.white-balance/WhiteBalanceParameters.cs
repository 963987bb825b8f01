namespace SensorSim.Plugins.IspWhiteBalance;

/// <summary>Only their ratios count. The defaults change nothing: they are right where red, green and blue filters are equally strong.</summary>
public sealed record WhiteBalanceParameters
{
    [Parameter("Gain of red, against the other two", Min = 0.01, Max = 100)]
    public double Red { get; init; } = 1;

    [Parameter("Gain of green, and of clear pixels", Min = 0.01, Max = 100)]
    public double Green { get; init; } = 1;

    [Parameter("Gain of blue", Min = 0.01, Max = 100)]
    public double Blue { get; init; } = 1;
}
