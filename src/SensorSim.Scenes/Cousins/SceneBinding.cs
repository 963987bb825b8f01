using System.Text.Json.Nodes;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Cousins.Affordances;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Paths;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Cousins;

/// <summary>A scenario's patterns resolved against a scene, with everything that does not fit.</summary>
public sealed class SceneBinding
{
    private readonly Scene _scene;
    private readonly IReadOnlyList<CameraSettings> _cameras;
    private readonly SceneNames _names;
    private readonly List<ScenarioError> _errors = [];
    private readonly DrawnThings _things;
    private readonly IReadOnlyList<ObjectPath> _paths;
    private readonly List<BoundDraw> _draws = [];
    private readonly List<FlickerDraw> _flicker = [];
    private readonly Dictionary<string, SourcePosition> _drawnAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PluginUse> _waveforms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LightSize> _sizes = new(StringComparer.Ordinal);

    private SceneBinding(Scene scene, Scenario scenario)
    {
        (_scene, _cameras, _paths) = (scene, scenario.Cameras, scenario.Paths);
        _names = SceneNames.Of(scene);
        _things = new(_names, scenario);
    }

    /// <summary>What does not fit, in the order of the file.</summary>
    public IReadOnlyList<ScenarioError> Errors => _errors;

    /// <summary>What every sample draws, in the order of the file.</summary>
    public IReadOnlyList<BoundDraw> Draws => _draws;

    /// <summary>The draws and how they depend on each other; null when something does not fit.</summary>
    public SampleSpace? Space { get; private set; }

    /// <summary>Lamp name → waveform; steady lamps are not in it.</summary>
    public IReadOnlyDictionary<string, PluginUse> Waveforms => _waveforms;

    /// <summary>Drawn parameters of waveforms, for the host to check.</summary>
    public IReadOnlyList<FlickerDraw> FlickerDraws => _flicker;

    /// <summary>Lamp name → the size of its source; lamps that keep the file's are not in it.</summary>
    public IReadOnlyDictionary<string, LightSize> Sizes => _sizes;

    /// <summary>Where objects are put, in the order of the file.</summary>
    internal IReadOnlyList<PlacementStep> Placements { get; private set; } = [];

    /// <summary>What every cousin must go on allowing.</summary>
    public IReadOnlyList<ICousinRule> Affordances { get; private set; } = [];

    public static SceneBinding Of(Scenario scenario, Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(scene);
        var binding = new SceneBinding(scene, scenario);
        binding.CheckName("variant", scenario.Variant, scenario.VariantPosition, scene.Variants);
        binding.CheckName("animation", scenario.Animation is AnimationChoice.None ? null : scenario.Animation, scenario.AnimationPosition, AnimationChoice.NamesOf(scene));
        foreach (CameraSettings camera in scenario.Cameras)
        {
            binding.Check(camera);
        }

        binding.BindLights(scenario.Lights);
        binding._errors.AddRange(PathBinding.Check(scenario, binding._names));
        foreach (VaryRule rule in scenario.Cousins.Vary)
        {
            binding.Bind(rule);
        }

        (binding.Placements, IReadOnlyList<ScenarioError> misplaced) = PlacementBinding.Of(scenario.Cousins.Placements, scene, binding._names);
        binding._errors.AddRange(misplaced);
        (binding.Affordances, IReadOnlyList<ScenarioError> unkept) = AffordanceBinding.Of(scenario, scene, binding._names);
        binding._errors.AddRange(unkept);
        (binding.Space, IReadOnlyList<ScenarioError> errors) = SampleSpaceBinding.Of(scenario.Cousins, binding._draws);
        binding._errors.AddRange(errors);
        return binding;
    }

    private void CheckName(string key, string? name, SourcePosition position, IReadOnlyList<string> names)
    {
        if (name is not null && !names.Contains(name, StringComparer.Ordinal))
        {
            AddNoMatch(position, key, $"{key} of the scene", name, [.. names], right => $"{key}: {right}");
        }
    }

    private void Check(CameraSettings camera)
    {
        string[] objects = [.. _names.Objects.Select(thing => thing.Name)];
        if (camera.Validity is { Target: { } target } validity && !Array.Exists(objects, name => GlobPattern.Matches(target, name)))
        {
            AddNoMatch(validity.TargetPosition, $"cameras.{camera.Name}.valid.target", "object of the scene", target, objects, right => $"target: \"{right}\"");
        }

        if (camera.Pose is not CameraPose.AtNode { Node.Length: > 0 } pose)
        {
            return;
        }

        string key = $"cameras.{camera.Name}.pose";
        string[] names = [.. _names.Cameras.Select(c => c.Name)];
        int index = Array.IndexOf(names, pose.Node);
        if (index < 0)
        {
            AddNoMatch(pose.Position, key, "camera of the scene", pose.Node, names, right => $"pose: {right}");
        }
    }

    private void BindLights(IReadOnlyList<LightRule> rules)
    {
        string[] names = [.. _names.Lamps.Select(l => l.Name)];
        var ruleOf = new Dictionary<string, LightRule>(StringComparer.Ordinal);
        foreach ((int i, LightRule rule) in rules.Index())
        {
            string[] matched = [.. names.Where(n => GlobPattern.Matches(rule.Match, n))];
            if (matched.Length == 0)
            {
                AddNoMatch(rule.Position, $"lights[{i}].match", "lamp of the scene", rule.Match, names, right => $"match: \"{right}\"");
            }

            _errors.AddRange(LampSizeRules.Check(rule, i, [.. matched.Select(KindOf)]));

            foreach (string name in matched)
            {
                if (!ruleOf.TryAdd(name, rule))
                {
                    _errors.Add(new(rule.Position, $"lights[{i}].match", $"the lamp '{name}' already has the rule at {ruleOf[name].Position}", "one rule for each lamp"));
                }
                else
                {
                    Bind(name, rule);
                }
            }
        }
    }

    private LightKind KindOf(string lamp) => _scene.Lights[_names.Lamps.First(l => l.Name == lamp).Of.Light].Kind;

    private void Bind(string lamp, LightRule rule)
    {
        if (rule.Flicker is { Enabled: true } flicker)
        {
            _waveforms.Add(lamp, flicker);
        }

        if (rule.Size is { } size)
        {
            _sizes.Add(lamp, size);
        }
    }

    private void Bind(VaryRule rule)
    {
        CousinKey key = CousinKey.Parse(rule.Key) ?? throw new ArgumentException($"'{rule.Key}' is not a key of cousins.vary.", nameof(rule));
        string[] things = _things.Of(key);
        string[] matched = key.Family is CousinFamily.Environment or CousinFamily.Parameters or CousinFamily.Scene
            ? [key.Name]
            : [.. things.Where(n => GlobPattern.Matches(key.Name, n))];
        if (matched.Length == 0)
        {
            AddNoMatch(rule.KeyPosition, PathOf(rule), DrawnThings.Noun(key), key.Name, things, right => ExampleOf(key.DrawName(right)));
        }

        if (key is { Family: CousinFamily.Materials, Attribute: CousinAttributes.Swap })
        {
            CheckChoices(rule, "material", [.. things, ScenarioAdditions.Keep]);
        }

        if (key is { Family: CousinFamily.Scene, Attribute: CousinAttributes.Variant })
        {
            CheckChoices(rule, "variant", [.. _scene.Variants]);
        }

        if (key.Family == CousinFamily.Lights && matched.Length > 0)
        {
            CheckLamps(rule, key, matched);
        }

        foreach (CameraSettings camera in key.Family == CousinFamily.Cameras ? _cameras.Where(camera => GlobPattern.Matches(key.Name, camera.Name)) : [])
        {
            _errors.AddRange(CameraDrawRules.Check(camera, rule, key.Attribute, PathOf(rule)));
        }

        if (key.Family == CousinFamily.Objects && CousinAttributes.OfPaths.Contains(key.Attribute, StringComparer.Ordinal) && PathBinding.Check(rule, key.Attribute, matched, _paths) is { } pathless)
        {
            _errors.Add(pathless);
        }

        bool isItem = key is { Family: CousinFamily.Objects, Attribute: CousinAttributes.Item };
        BoundDraw[] draws = [.. matched.Select(thing => new BoundDraw(key.DrawName(thing), isItem ? ItemsOf(thing, rule) : rule.Distribution) { Cases = rule.Cases })];
        if (Array.Find(draws, draw => _drawnAt.ContainsKey(draw.Name)) is { } twice)
        {
            _errors.Add(new(rule.KeyPosition, PathOf(rule), $"'{twice.Name}' is already drawn by the key at {_drawnAt[twice.Name]}", "one key for each draw"));
        }

        _draws.AddRange(draws.Where(draw => _drawnAt.TryAdd(draw.Name, rule.KeyPosition)));
    }

    private void CheckChoices(VaryRule rule, string noun, string[] names)
    {
        foreach (JsonValue value in rule.Cases.Select(one => one.Use).Append(rule.Distribution).SelectMany(distribution => ((ChoiceDistribution)distribution).Values))
        {
            string name = value.GetValue<string>();
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                AddNoMatch(rule.ValuePosition, PathOf(rule), $"{noun} of the scene", name, names, right => $"\"{rule.Key}\": [{right}]");
            }
        }
    }

    private Distribution ItemsOf(string name, VaryRule rule)
    {
        (Distribution items, ScenarioError? error) = new ItemDrawRules(_scene, _names).Of(_names.Objects.First(thing => thing.Name == name), rule, PathOf(rule));
        _errors.AddRange(error is null ? [] : [error]);
        return items;
    }

    private void AddNoMatch(SourcePosition at, string key, string noun, string pattern, string[] names, Func<string, string?> example) =>
        _errors.Add(UnmatchedName.Error(at, key, noun, pattern, names, isNearSought: _errors.Count < 100, example));

    private void CheckLamps(VaryRule rule, CousinKey key, string[] lamps)
    {
        if (key.Attribute.StartsWith(LampAttributes.FlickerPrefix, StringComparison.Ordinal))
        {
            if (Array.Find(lamps, lamp => !_waveforms.ContainsKey(lamp)) is { } steady)
            {
                _errors.Add(new(rule.KeyPosition, PathOf(rule), $"the lamp '{steady}' is steady", "a rule of lights that gives it a waveform, which the draw changes") { Example = $"lights: [{{ match: \"{key.Name}\", flicker: {{ mains_hz: 50, modulation: 0.8 }} }}]" });
            }

            _flicker.Add(new(rule, PathOf(rule), key.Attribute[LampAttributes.FlickerPrefix.Length..], [.. lamps.Select(lamp => _waveforms.GetValueOrDefault(lamp)).OfType<PluginUse>().Distinct()]));
        }
        else if (key.Attribute is LampAttributes.Azimuth or LampAttributes.Elevation && Array.TrueForAll(lamps, lamp => KindOf(lamp) == LightKind.Point))
        {
            _errors.Add(new(rule.KeyPosition, PathOf(rule), $"'{key.Name}' shines to all sides", "a directional light or a spot; offset_x_m and the like for a point light"));
        }
    }

    private static string? ExampleOf(string draw) => KeyExamples.Of(new(default, KeyPath.Of("cousins.vary", draw), ""));

    private static string PathOf(VaryRule rule) => KeyPath.Of("cousins.vary", rule.Key);
}
