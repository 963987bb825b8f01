using SensorSim.Plugins;

namespace SensorSim.Plugins.LensBrownConrady;

/// <summary>OpenCV lists them k1, k2, p1, p2, k3, k4, k5, k6, s1, s2, s3, s4, tau_x, tau_y; here each goes by its name.</summary>
public sealed record BrownConradyParameters
{
    [Parameter("Radial, with the radius squared", Min = -100, Max = 100)]
    public double K1 { get; init; }

    [Parameter("Radial, to the fourth power", Min = -100, Max = 100)]
    public double K2 { get; init; }

    [Parameter("Tangential", Min = -10, Max = 10)]
    public double P1 { get; init; }

    [Parameter("Tangential", Min = -10, Max = 10)]
    public double P2 { get; init; }

    [Parameter("Radial, to the sixth power", Min = -100, Max = 100)]
    public double K3 { get; init; }

    [Parameter("Radial, in the denominator, with the radius squared", Min = -100, Max = 100)]
    public double K4 { get; init; }

    [Parameter("Radial, in the denominator, to the fourth power", Min = -100, Max = 100)]
    public double K5 { get; init; }

    [Parameter("Radial, in the denominator, to the sixth power", Min = -100, Max = 100)]
    public double K6 { get; init; }

    [Parameter("Thin prism, x, with the radius squared", Min = -10, Max = 10)]
    public double S1 { get; init; }

    [Parameter("Thin prism, x, to the fourth power", Min = -10, Max = 10)]
    public double S2 { get; init; }

    [Parameter("Thin prism, y, with the radius squared", Min = -10, Max = 10)]
    public double S3 { get; init; }

    [Parameter("Thin prism, y, to the fourth power", Min = -10, Max = 10)]
    public double S4 { get; init; }

    [Parameter("Tilt of the sensor around x", Unit = "rad", Min = -1, Max = 1)]
    public double TauX { get; init; }

    [Parameter("Tilt of the sensor around y", Unit = "rad", Min = -1, Max = 1)]
    public double TauY { get; init; }
}
