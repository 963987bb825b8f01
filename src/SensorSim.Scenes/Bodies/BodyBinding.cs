using SensorSim.Physics;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Bodies;

/// <summary>What a scenario says of bodies, resolved against the objects that there are.</summary>
internal sealed class BodyBinding
{
    private readonly Scene _scene;
    private readonly SceneNames _names;
    private readonly HashSet<int> _carried;
    private readonly List<ScenarioError> _errors = [];
    private readonly Dictionary<int, (Instance Thing, BodyRule Rule, string Key)> _rules = [];

    private BodyBinding(Scenario scenario, Scene scene, SceneNames names)
    {
        (_scene, _names) = (scene, names);
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
        if (binding._errors.Count == 0 && !physics.Bodies.Any(rule => rule.Motion == BodyMotion.Dynamic))
        {
            binding._errors.Add(new(physics.Position, "physics.bodies", "nothing moves", "at least one entry with motion: dynamic") { Example = "bodies: [{ match: \"box_*\", motion: dynamic }]" });
        }

        return binding._errors;
    }

    private void Bind(BodyRule rule, string key)
    {
        Instance[] things = [.. _names.Objects.Where(thing => GlobPattern.Matches(rule.Match, thing.Name))];
        if (things.Length == 0)
        {
            _errors.Add(UnmatchedName.Error(rule.Position, $"{key}.match", "object of the scene", rule.Match, [.. _names.Objects.Select(thing => thing.Name)], example: right => $"match: \"{right}\""));
        }

        foreach (Instance thing in things)
        {
            if (!_rules.TryAdd(thing.Node, (thing, rule, key)))
            {
                _errors.Add(new(rule.Position, $"{key}.match", $"'{thing.Name}' already has the entry at {_rules[thing.Node].Rule.Position}", "one entry for each object"));
            }
        }
    }

    private void CheckDynamic()
    {
        foreach ((Instance thing, BodyRule rule, string key) in _rules.Values)
        {
            if (rule.Motion == BodyMotion.Dynamic && WhyFixed(thing) is { } why)
            {
                _errors.Add(new(rule.Position, $"{key}.motion", $"'{thing.Name}' {why}", "motion: static or kinematic, or another object"));
            }
        }
    }

    private string? WhyFixed(Instance thing)
    {
        if (_scene.Meshes[thing.Mesh].IsDeformable)
        {
            return "deforms and is no rigid body";
        }

        for (int? node = thing.Node; node is { } at; node = _scene.Nodes[at].Parent)
        {
            if (_carried.Contains(at))
            {
                return "is carried by an animation or a path";
            }

            if (at != thing.Node && _rules.TryGetValue(at, out (Instance Thing, BodyRule Rule, string Key) above) && above.Rule.Motion == BodyMotion.Dynamic)
            {
                return "hangs on another object that moves by forces";
            }
        }

        return null;
    }
}
