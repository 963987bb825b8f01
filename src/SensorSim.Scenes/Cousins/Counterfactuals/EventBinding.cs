using SensorSim.Physics;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Counterfactuals;

/// <summary>Whether events happen to something that is there and to which they can happen.</summary>
internal static class EventBinding
{
    /// <summary>What does not fit, in the order of the file.</summary>
    public static IEnumerable<ScenarioError> Check(Scenario scenario, SceneNames names) => scenario.Events.Index().SelectMany(one => Check(scenario, one.Item, one.Index, names));

    private static IEnumerable<ScenarioError> Check(Scenario scenario, ScenarioEvent one, int index, SceneNames names)
    {
        string key = FormattableString.Invariant($"events[{index}].match"), noun = one.Kind == EventKind.LampFails ? "lamp" : "object";
        string[] all = one.Kind == EventKind.LampFails ? [.. names.Lamps.Select(lamp => lamp.Name)] : [.. names.Objects.Select(thing => thing.Name)];
        string[] matched = [.. all.Where(name => GlobPattern.Matches(one.Match, name))];
        if (matched.Length == 0)
        {
            return [UnmatchedName.Error(one.MatchPosition, key, $"{noun} of the scene", one.Match, all, example: right => $"match: \"{right}\"")];
        }

        return WhyNot(scenario, one.Kind, matched) is var (problem, expected) ? [new(one.MatchPosition, key, problem, expected)] : [];
    }

    private static (string Problem, string Expected)? WhyNot(Scenario scenario, EventKind kind, string[] names) => kind switch
    {
        EventKind.Push when Array.Find(names, name => RuleOf(scenario, name)?.Motion != BodyMotion.Dynamic) is { } still => ($"'{still}' does not move by forces", "objects that physics.bodies has with motion: dynamic"),
        EventKind.Drop or EventKind.GraspFails when Array.Find(names, name => RuleOf(scenario, name)?.Hold is null) is { } loose => ($"nothing holds '{loose}'", "objects that physics.bodies has with held_by"),
        EventKind.Obstacle or EventKind.Delay when Array.Find(names, name => !scenario.Paths.Any(path => path.Thing == name)) is { } still => ($"'{still}' does not travel", "an object that paths has"),
        _ => null,
    };

    private static BodyRule? RuleOf(Scenario scenario, string name) => scenario.Physics?.Bodies.FirstOrDefault(rule => GlobPattern.Matches(rule.Match, name));
}
