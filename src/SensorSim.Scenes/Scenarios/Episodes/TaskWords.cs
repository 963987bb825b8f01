namespace SensorSim.Scenes.Scenarios.Episodes;

/// <summary>What a robot would be told to do in a scene: words that go into every frame's record.</summary>
/// <param name="Verb">One of <see cref="Verbs"/>.</param>
/// <param name="Object">What it is done to: a category or the name of an object.</param>
/// <param name="Goal">Where to, or with what; null where the verb needs none.</param>
public sealed record TaskWords(string Verb, string Object, string? Goal)
{
    /// <summary>All must hold in an episode that succeeds; none where the scenario does not say what success is.</summary>
    public IReadOnlyList<SuccessCondition> Success { get; init; } = [];

    /// <summary>Whether episodes that fail are kept beside those that succeed, or rejected.</summary>
    public bool KeepsFailures { get; init; }

    /// <summary>The vocabulary.</summary>
    public static IReadOnlyList<string> Verbs { get; } =
        ["approach", "close", "count", "detect", "grasp", "hand_over", "insert", "inspect", "move", "open", "pick", "place", "pour", "press", "pull", "push", "stack", "track", "unload"];
}
