namespace SensorSim.Plugins.SensorBlackLevel;

/// <summary>Default: Sony's IMX477 (strollswithmydog.com).</summary>
public sealed record BlackLevelParameters
{
    [Parameter("Digital number of no light", Unit = "DN", Min = 0, Max = 65535)]
    public double BlackLevelDn { get; init; } = 256;
}
