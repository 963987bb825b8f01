namespace SensorSim.Video.Controls;

/// <summary>The presets of Cosmos-Transfer: thresholds of edges, strength of the blur.</summary>
public enum ControlStrength
{
    VeryLow,
    Low,
    Medium,
    High,
    VeryHigh,
}
