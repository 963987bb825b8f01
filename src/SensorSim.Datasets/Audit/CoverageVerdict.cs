namespace SensorSim.Datasets.Audit;

/// <summary>Whether a dataset has the coverage that was asked for.</summary>
public enum CoverageVerdict
{
    /// <summary>It has.</summary>
    Accept,

    /// <summary>It has not, though so many samples could.</summary>
    Reject,

    /// <summary>So few samples could not have it whatever they drew, or it cannot be counted.</summary>
    InsufficientEvidence,
}
