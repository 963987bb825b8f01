using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Scenes.Scenarios.Bodies;

/// <summary>Holds a body fast to another one, as a hand does.</summary>
/// <param name="By">Name of the object that holds it; null is the world.</param>
/// <param name="FromSeconds">When it takes hold, on the episode's clock; 0 or less holds from the beginning.</param>
/// <param name="UntilSeconds">When it lets go.</param>
public sealed record BodyHold(string? By, double FromSeconds = 0, double UntilSeconds = ScenarioEvent.Never)
{
    /// <summary>How a scenario writes the world as the holder.</summary>
    public const string World = "world";

    /// <summary>The name of the joint that holds a body.</summary>
    public static string JointOf(string body) => $"hold of {body}";

    /// <summary>Where it was written.</summary>
    public SourcePosition Position { get; init; }
}
