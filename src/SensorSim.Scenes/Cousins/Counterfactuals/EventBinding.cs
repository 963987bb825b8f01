using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Scenes.Cousins.Counterfactuals;

/// <summary>Whether events happen to something that is there and to which they can happen.</summary>
internal sealed class EventBinding
{
    private readonly Scenario _scenario;
    private readonly Scene _scene;
    private readonly IReadOnlyList<BodyCandidate> _things;
    private readonly string[] _lamps;

    private EventBinding(Scenario scenario, Scene scene, SceneNames names) =>
        (_scenario, _scene, _things, _lamps) = (scenario, scene, BodyCandidate.In(scene, names), [.. names.Lamps.Select(lamp => lamp.Name)]);

    /// <summary>What does not fit, in the order of the file.</summary>
    public static IEnumerable<ScenarioError> Check(Scenario scenario, Scene scene, SceneNames names) => scenario.Events.Index().SelectMany(one => new EventBinding(scenario, scene, names).Check(one.Item, one.Index));

    private IEnumerable<ScenarioError> Check(ScenarioEvent one, int index)
    {
        string key = FormattableString.Invariant($"events[{index}].match"), noun = one.Kind == EventKind.LampFails ? "lamp" : "object";
        string[] all = one.Kind == EventKind.LampFails ? _lamps : [.. _things.Select(thing => thing.Name)];
        string[] matched = [.. all.Where(name => GlobPattern.Matches(one.Match, name))];
        if (matched.Length == 0)
        {
            return [UnmatchedName.Error(one.MatchPosition, key, $"{noun} of the scene", one.Match, all, example: right => $"match: \"{right}\"")];
        }

        return WhyNot(one.Kind, matched) is var (problem, expected) ? [new(one.MatchPosition, key, problem, expected)] : [];
    }

    private (string Problem, string Expected)? WhyNot(EventKind kind, string[] names) => kind switch
    {
        EventKind.Push when Array.Find(names, name => !IsDynamic(name)) is { } still => ($"'{still}' does not move by forces", "objects that physics.bodies, or the scene's file, has with motion: dynamic"),
        EventKind.Drop or EventKind.GraspFails when Array.Find(names, name => RuleOf(name)?.Hold is null) is { } loose => ($"nothing holds '{loose}'", "objects that physics.bodies has with held_by"),
        EventKind.Obstacle or EventKind.Delay when Array.Find(names, name => !_scenario.Paths.Any(path => path.Thing == name)) is { } still => ($"'{still}' does not travel", "an object that paths has"),
        _ => null,
    };

    private bool IsDynamic(string name) => (RuleOf(name)?.Motion ?? FileMotionOf(name)) == BodyMotion.Dynamic;

    private BodyMotion? FileMotionOf(string name) =>
        _things.First(thing => thing.Name == name) is var thing && _scene.Physics.BodyOf(_scene, thing.Node) is { } body ? _scene.Physics.Bodies[body].Motion : null;

    private BodyRule? RuleOf(string name) => _scenario.Physics?.Bodies.FirstOrDefault(rule => GlobPattern.Matches(rule.Match, name));
}
