namespace SensorSim.Datasets;

/// <summary>Two objects begin or cease to touch.</summary>
/// <param name="TimeS">Seconds on the episode's clock.</param>
/// <param name="A">Name of an object.</param>
/// <param name="B">Name of the other.</param>
/// <param name="Kind">"begin" or "end".</param>
public sealed record ContactEventRecord(double TimeS, string A, string B, string Kind)
{
    public const string Begin = "begin";

    public const string End = "end";
}
