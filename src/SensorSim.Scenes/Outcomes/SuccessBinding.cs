using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Scenes.Outcomes;

/// <summary>What of a scenario's conditions of success does not fit its scene.</summary>
internal static class SuccessBinding
{
    /// <summary>What a scenario's conditions have that its scene has not.</summary>
    public static IEnumerable<ScenarioError> Check(Scenario scenario, Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Task is not { Success.Count: > 0 } task)
        {
            return [];
        }

        string[] names = [.. SceneNames.Of(scene).Objects.Select(thing => thing.Name)];
        return scenario.Physics is null
            ? [new(task.Success[0].Position, "task.success", "the scenario has no physics, and what happens is then what it says itself", "physics: { backend: mujoco } beside it, or no such key")]
            : task.Success.SelectMany(condition => Check(condition, names));
    }

    private static IEnumerable<ScenarioError> Check(SuccessCondition condition, string[] names)
    {
        if (!names.Contains(condition.Object, StringComparer.Ordinal))
        {
            yield return UnmatchedName.Error(condition.Position, $"{condition.Key}.object", "object of the scene", condition.Object, names, example: right => $"object: {right}");
        }

        string? key = condition.Kind switch { SuccessKind.On => "on", SuccessKind.Near => "near", SuccessKind.Touches => "touches", SuccessKind.ApartFrom => "apart_from", _ => null };
        if (key is not null && condition.Other is { } other && !names.Any(name => condition.Kind is SuccessKind.On or SuccessKind.Near ? name == other : GlobPattern.Matches(other, name)))
        {
            yield return UnmatchedName.Error(condition.Position, $"{condition.Key}.{key}", "object of the scene", other, names, example: right => $"{key}: {right}");
        }
    }
}
