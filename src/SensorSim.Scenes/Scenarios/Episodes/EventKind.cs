namespace SensorSim.Scenes.Scenarios.Episodes;

/// <summary>What an event does to an episode.</summary>
public enum EventKind
{
    /// <summary>Surfaces get another coefficient of friction.</summary>
    Friction,

    /// <summary>Bodies get a knock.</summary>
    Push,

    /// <summary>What is held falls.</summary>
    Drop,

    /// <summary>Nothing takes hold of them from then on; what is held stays held.</summary>
    GraspFails,

    /// <summary>Lamps go dark.</summary>
    LampFails,

    /// <summary>Objects with a path set off; in every other episode they wait at its first point.</summary>
    Obstacle,

    /// <summary>Objects with a path stand still for a while.</summary>
    Delay,
}
