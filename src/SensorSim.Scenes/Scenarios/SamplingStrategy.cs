namespace SensorSim.Scenes.Scenarios;

/// <summary>How the draws of one key relate across samples.</summary>
public enum SamplingStrategy
{
    /// <summary>Each draw by itself, addressed by (seed, sample, name).</summary>
    Independent,
}
