namespace SensorSim.Hosting.Conformance;

/// <summary>How a check ended.</summary>
public enum ConformanceOutcome
{
    /// <summary>The plugin keeps the promise.</summary>
    Pass,

    /// <summary>It does not.</summary>
    Fail,

    /// <summary>It does not make the promise.</summary>
    Skip,
}
