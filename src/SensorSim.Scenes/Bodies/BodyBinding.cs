using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Bodies;

/// <summary>What a scenario says of bodies, resolved against the objects that there are.</summary>
internal sealed class BodyBinding
{
    private readonly Scene _scene;
    private readonly HashSet<int> _carried;
    private readonly List<ScenarioError> _errors = [];
    private readonly IReadOnlyList<BodyCandidate> _candidates;
    private readonly Dictionary<int, (BodyCandidate Thing, BodyRule Rule, string Key)> _rules = [];

    private BodyBinding(Scenario scenario, Scene scene, SceneNames names)
    {
        (_scene, _candidates) = (scene, BodyCandidate.In(scene, names));
        bool isPlayed = scenario.Animation is null or AnimationChoice.None || AnimationChoice.NamesOf(scene).Contains(scenario.Animation, StringComparer.Ordinal);
        _carried = isPlayed ? [.. AnimationChoice.Of(scene, scenario.Animation)?.Channels.Select(channel => channel.Node) ?? []] : [];
        _carried.UnionWith(names.Objects.Where(thing => scenario.Paths.Any(path => path.Thing == thing.Name)).Select(thing => thing.Node));
    }

    /// <summary>What does not fit, in the order of the file.</summary>
    public static IReadOnlyList<ScenarioError> Check(Scenario scenario, Scene scene, SceneNames names)
    {
        if (scenario.Physics is not { } physics)
        {
            return [];
        }

        var binding = new BodyBinding(scenario, scene, names);
        foreach ((int i, BodyRule rule) in physics.Bodies.Index())
        {
            binding.Bind(rule, FormattableString.Invariant($"physics.bodies[{i}]"));
        }

        binding.CheckDynamic();
        if (binding._errors.Count == 0 && !binding.MovesSomething())
        {
            binding._errors.Add(new(physics.Position, "physics.bodies", "nothing moves", "at least one entry with motion: dynamic, or a scene with bodies of its own") { Example = "bodies: [{ match: \"box_*\", motion: dynamic }]" });
        }

        return binding._errors;
    }

    private void Bind(BodyRule rule, string key)
    {
        BodyCandidate[] things = [.. _candidates.Where(thing => GlobPattern.Matches(rule.Match, thing.Name))];
        if (things.Length == 0)
        {
            _errors.Add(UnmatchedName.Error(rule.Position, $"{key}.match", "object of the scene", rule.Match, [.. _candidates.Select(thing => thing.Name)], example: right => $"match: \"{right}\""));
        }

        foreach (BodyCandidate thing in things)
        {
            // What the file has as one body has one entry, whatever objects of it are named.
            int body = _scene.Physics.BodyOf(_scene, thing.Node) ?? thing.Node;
            if (!_rules.TryAdd(body, (thing, rule, key)) && _rules[body].Rule != rule)
            {
                _errors.Add(new(rule.Position, $"{key}.match", $"'{thing.Name}' already has the entry at {_rules[body].Rule.Position}", "one entry for each object"));
            }
        }
    }

    private bool MovesSomething() => _rules.Values.Any(one => one.Rule.Motion == BodyMotion.Dynamic)
        || _scene.Physics.Bodies.Any(body => _scene.Nodes[body.Key].InScene && body.Value.Moves && (!_rules.TryGetValue(body.Key, out (BodyCandidate Thing, BodyRule Rule, string Key) own) || own.Rule.Motion is null));

    private void CheckDynamic()
    {
        foreach ((BodyCandidate thing, BodyRule rule, string key) in _rules.Values)
        {
            if (rule.Motion == BodyMotion.Dynamic && WhyFixed(thing) is { } why)
            {
                _errors.Add(new(rule.Position, $"{key}.motion", $"'{thing.Name}' {why}", "motion: static or kinematic, or another object"));
            }

            if (rule.Hold?.By is { } holder)
            {
                CheckHold(thing, rule.Hold, holder, key);
            }
        }
    }

    private void CheckHold(BodyCandidate thing, BodyHold hold, string holder, string key)
    {
        string[] objects = [.. _candidates.Select(one => one.Name)];
        if (!objects.Contains(holder, StringComparer.Ordinal))
        {
            _errors.Add(UnmatchedName.Error(hold.Position, $"{key}.held_by", "object of the scene", holder, objects, example: right => $"held_by: {right}"));
        }
        else if (holder == thing.Name)
        {
            _errors.Add(new(hold.Position, $"{key}.held_by", "nothing holds itself", "another object, or world"));
        }
    }

    private string? WhyFixed(BodyCandidate thing)
    {
        if (_scene.Nodes[thing.Node].Mesh is { } mesh && _scene.Meshes[mesh].IsDeformable)
        {
            return "deforms and is no rigid body";
        }

        for (int? node = thing.Node; node is { } at; node = _scene.Nodes[at].Parent)
        {
            if (_carried.Contains(at))
            {
                return "is carried by an animation or a path";
            }

            if (at != thing.Node && _scene.Physics.BodyOf(_scene, thing.Node) is null && _rules.TryGetValue(at, out (BodyCandidate Thing, BodyRule Rule, string Key) above) && above.Rule.Motion == BodyMotion.Dynamic)
            {
                return "hangs on another object that moves by forces";
            }
        }

        return null;
    }
}
