namespace SensorSim.Sensors;

/// <summary>The span of a sensor's digital numbers.</summary>
/// <param name="BlackLevel">DN of no light (the mean of a dark frame).</param>
/// <param name="WhiteLevel">DN of a saturated pixel.</param>
public sealed record RawRange(double BlackLevel, double WhiteLevel)
{
    /// <summary>0 to 1: where no stage has given digital numbers yet.</summary>
    public static RawRange Unit { get; } = new(0, 1);
}
