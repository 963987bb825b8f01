namespace SensorSim.Scenes.Scenarios;

/// <summary>A scenario that cannot run, with everything that is wrong with it.</summary>
public sealed class ScenarioException(IReadOnlyList<ScenarioError> errors) : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<ScenarioError> Errors { get; } = errors;
}
