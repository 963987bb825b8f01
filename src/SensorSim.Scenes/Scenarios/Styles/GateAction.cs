namespace SensorSim.Scenes.Scenarios.Styles;

/// <summary>What becomes of a restyled frame that no longer fits its labels.</summary>
public enum GateAction
{
    /// <summary>Its record says that it is rejected, and why; the run ends with 3.</summary>
    Reject,

    /// <summary>Its record says why, and it counts as any other.</summary>
    Mark,

    /// <summary>Nothing is measured.</summary>
    Off,
}
