namespace SensorSim.Scenes.Outcomes;

/// <summary>Whether an episode did what its task says.</summary>
/// <param name="IsSuccess">Whether every condition held.</param>
/// <param name="Reason">In words that are counted: the first condition that did not hold, or what kept the robot from trying; null of a success.</param>
/// <param name="Detail">With what was measured; null of a success.</param>
public sealed record TaskOutcome(bool IsSuccess, string? Reason, string? Detail)
{
    /// <summary>The reason of an episode that breaks a law of mechanics: whatever its task, no frame of it is good for anything.</summary>
    public const string Unlawful = "physics";

    public static TaskOutcome Success { get; } = new(true, null, null);

    public static TaskOutcome Failure(string reason, string detail) => new(false, reason, detail);
}
