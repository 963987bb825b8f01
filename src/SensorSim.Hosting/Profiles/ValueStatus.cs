namespace SensorSim.Hosting.Profiles;

/// <summary>How much a profile's value can be trusted.</summary>
public enum ValueStatus
{
    /// <summary>Somebody measured it on a camera.</summary>
    Measured,

    /// <summary>The maker says so.</summary>
    Datasheet,

    /// <summary>Chosen because it is typical, or so that the whole fits; nobody measured it.</summary>
    Tuned,
}
