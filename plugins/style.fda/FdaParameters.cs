namespace SensorSim.Plugins.StyleFda;

public sealed record FdaParameters
{
    [Parameter("Half width of the square of frequencies that change, as a share of the shorter side of the picture; the paper uses 0.01, 0.05 and 0.09, which lay coloured clouds over pictures where the targets are brighter", Min = 0, Max = 0.45)]
    public double Beta { get; init; } = 0.003;
}
