namespace SensorSim.Style;

/// <summary>Whether a backend goes by real images that the user names.</summary>
public enum StyleTargetUse
{
    None,
    Optional,
    Required,
}
