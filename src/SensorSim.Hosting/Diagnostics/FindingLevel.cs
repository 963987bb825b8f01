namespace SensorSim.Hosting.Diagnostics;

/// <summary>How much a finding matters.</summary>
public enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Something will be missing or slow; rendering works.</summary>
    Warning,

    /// <summary>Rendering does not work until this is mended.</summary>
    Failure,
}
