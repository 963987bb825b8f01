namespace SensorSim.Sensors;

/// <summary>The span of a sensor's digital numbers.</summary>
/// <param name="BlackLevel">DN of no light (the mean of a dark frame).</param>
/// <param name="WhiteLevel">DN of a saturated pixel.</param>
public sealed record RawRange(double BlackLevel, double WhiteLevel);
