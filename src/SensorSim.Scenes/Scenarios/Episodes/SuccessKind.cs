namespace SensorSim.Scenes.Scenarios.Episodes;

/// <summary>What a condition of success asks of an object.</summary>
public enum SuccessKind
{
    /// <summary>Its middle is within a distance of another object's middle, or of a point.</summary>
    Near,

    /// <summary>It lies on another object.</summary>
    On,

    /// <summary>It touches something that matches.</summary>
    Touches,

    /// <summary>It touches nothing that matches.</summary>
    ApartFrom,

    /// <summary>Its middle is higher than when the episode began.</summary>
    Raised,

    /// <summary>What was up when the episode began is up.</summary>
    Upright,

    /// <summary>It is slower than so much.</summary>
    SlowerThan,
}
