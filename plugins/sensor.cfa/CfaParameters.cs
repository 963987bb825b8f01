namespace SensorSim.Plugins.SensorCfa;

/// <summary>
/// What an unfiltered pixel sees, in e- per e- behind each filter: by default the luminance of Rec. 709, because light is counted in lux. Sensors whose clear
/// pixels are twice as sensitive as their green ones have weights twice as large.
/// </summary>
public sealed record CfaParameters
{
    [Parameter("Filters from the top left, row by row; rccb has clear pixels in place of green ones, mono no filters at all")]
    public CfaPattern Pattern { get; init; } = CfaPattern.Rggb;

    [Parameter("Electrons of a clear pixel for each behind a red filter", Unit = "e-/e-", Min = 0, Max = 100)]
    public double ClearRed { get; init; } = 0.2126;

    [Parameter("Electrons of a clear pixel for each behind a green filter", Unit = "e-/e-", Min = 0.001, Max = 100)]
    public double ClearGreen { get; init; } = 0.7152;

    [Parameter("Electrons of a clear pixel for each behind a blue filter", Unit = "e-/e-", Min = 0, Max = 100)]
    public double ClearBlue { get; init; } = 0.0722;
}
