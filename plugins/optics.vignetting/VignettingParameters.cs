namespace SensorSim.Plugins.OpticsVignetting;

/// <summary>The defaults are a pinhole of 60 degrees: natural vignetting alone.</summary>
public sealed record VignettingParameters : ICheckedParameters
{
    [Parameter("Angle that the image's width spans behind the lens, for cos^4; 0 leaves cos^4 out", Unit = "deg", Min = 0, Max = 175)]
    public double HorizontalFovDeg { get; init; } = 60;

    [Parameter("Part of r² in the lens's own falloff, r = 1 in the corners", Min = -100, Max = 100)]
    public double K1 { get; init; }

    [Parameter("Part of r⁴", Min = -100, Max = 100)]
    public double K2 { get; init; }

    [Parameter("Part of r⁶", Min = -100, Max = 100)]
    public double K3 { get; init; }

    [Parameter("Measured falloff: relative illumination at equal steps from the middle (r = 0) to the corners (r = 1); empty: none was measured", Min = 0, Max = 10, MaxCount = 256)]
    public IReadOnlyList<double> Measured { get; init; } = [];

    public IEnumerable<ParameterError> Check() => Measured.Count != 1
        ? []
        : [new("measured", "\"measured\" has one number; expected two at least, the middle and the corners, or none.")];
}
