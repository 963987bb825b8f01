namespace SensorSim.Scenes.Scenarios.Labels;

/// <summary>The instant that labels are of.</summary>
public enum LabelTime
{
    /// <summary>The middle of the exposure of the middle row.</summary>
    MidExposure,

    /// <summary>Each row's at the middle of its own exposure.</summary>
    PerRow,
}
