using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Drafting;

/// <summary>One answer of the model, looked at.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Yaml">The draft in the program's own hand; null where it could not be read.</param>
/// <param name="Errors">What is wrong with it; none when it is a valid scenario.</param>
/// <param name="Answer">As it came.</param>
public sealed record DraftAttempt(int Number, string? Yaml, IReadOnlyList<ScenarioError> Errors, ChatAnswer Answer)
{
    /// <summary>It can be written down and rendered.</summary>
    public bool IsValid => Yaml is not null && Errors.Count == 0;
}
