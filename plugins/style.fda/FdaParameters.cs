namespace SensorSim.Plugins.StyleFda;

public sealed record FdaParameters
{
    [Parameter("Half width of the square of frequencies that change, as a share of the shorter side of the picture; the paper uses 0.01, 0.05 and 0.09, which lay clouds over pictures where the targets are brighter", Min = 0, Max = 0.45)]
    public double Beta { get; init; } = 0.003;

    [Parameter("Which colours come from the target: mean, that of the whole picture alone, and of the other frequencies the brightness; each_frequency, each channel by itself as in the paper, which lays coloured clouds over the picture where the target is coloured otherwise")]
    public FdaColours Colours { get; init; } = FdaColours.Mean;
}
