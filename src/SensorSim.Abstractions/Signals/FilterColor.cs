namespace SensorSim.Signals;

/// <summary>What a pixel's colour filter lets through; the first three are numbers of channels.</summary>
public enum FilterColor
{
    Red,

    Green,

    Blue,

    /// <summary>No filter: all light.</summary>
    Clear,
}
