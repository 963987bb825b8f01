namespace SensorSim.Datasets;

/// <summary>What a robot would be told to do in the scene, in words of the scenario.</summary>
/// <param name="Verb">"pick".</param>
/// <param name="Object">A category, or the name of an object.</param>
/// <param name="Goal">Where to, or with what; null where the verb needs none.</param>
public sealed record TaskRecord(string Verb, string Object, string? Goal)
{
    /// <summary>The words as one text, as a robot-learning dataset has its tasks: "pick part bin_2".</summary>
    public string Text => Goal is null ? $"{Verb} {Object}" : $"{Verb} {Object} {Goal}";

    /// <summary>Whether the episode did it; null where the scenario does not say what success is.</summary>
    public bool? Success { get; init; }

    /// <summary>Why not, in words that are counted: a condition of the scenario, or what kept the robot from trying; null of a success.</summary>
    public string? Failure { get; init; }

    /// <summary>The same with what was measured.</summary>
    public string? FailureDetail { get; init; }
}
