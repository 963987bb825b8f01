namespace SensorSim.Plugins.StyleFda;

/// <summary>Which colours come from the target.</summary>
public enum FdaColours
{
    /// <summary>The mean colour; the other frequencies change in brightness alone, so that no coloured clouds lie over the picture.</summary>
    Mean,

    /// <summary>Those of each frequency, each channel by itself, as in the paper.</summary>
    EachFrequency,
}
