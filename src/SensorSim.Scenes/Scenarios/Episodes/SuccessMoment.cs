namespace SensorSim.Scenes.Scenarios.Episodes;

/// <summary>When a condition of success must hold.</summary>
public enum SuccessMoment
{
    /// <summary>When the episode ends.</summary>
    End,

    /// <summary>At some instant of it.</summary>
    Ever,

    /// <summary>At every instant.</summary>
    Always,
}
