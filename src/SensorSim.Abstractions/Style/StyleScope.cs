namespace SensorSim.Style;

/// <summary>What a backend restyles at once.</summary>
public enum StyleScope
{
    /// <summary>Each frame by itself: clips of one frame.</summary>
    Frame,

    /// <summary>All steps of a sample that one camera saw, in order: a video.</summary>
    Clip,
}
