using SensorSim.Plugins;

namespace SensorSim.Plugins.LensKannalaBrandt;

public sealed record KannalaBrandtParameters
{
    [Parameter("Of the third power of the angle", Min = -100, Max = 100)]
    public double K1 { get; init; }

    [Parameter("Of the fifth power", Min = -100, Max = 100)]
    public double K2 { get; init; }

    [Parameter("Of the seventh power", Min = -100, Max = 100)]
    public double K3 { get; init; }

    [Parameter("Of the ninth power", Min = -100, Max = 100)]
    public double K4 { get; init; }

    [Parameter("How far columns move for each row, OpenCV's alpha", Min = -1, Max = 1)]
    public double Skew { get; init; }

    [Parameter("Angle from the axis beyond which the lens shows nothing", Unit = "deg", Min = 1, Max = 180)]
    public double MaxAngleDeg { get; init; } = 180;
}
