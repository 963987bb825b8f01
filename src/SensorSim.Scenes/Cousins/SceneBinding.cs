using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Cousins.Affordances;
using SensorSim.Scenes.Cousins.Binding;
using SensorSim.Scenes.Cousins.Counterfactuals;
using SensorSim.Scenes.Cousins.Paths;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Outcomes;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins;

/// <summary>A scenario's patterns resolved against a scene, with everything that does not fit.</summary>
public sealed class SceneBinding
{
    private readonly BindingErrors _errors = new();
    private readonly LampBinding _lamps;
    private readonly DrawBinding _draws;

    private SceneBinding(Scenario scenario, Scene scene)
    {
        SceneNames names = SceneNames.Of(scene);
        _lamps = new(scene, names, _errors);
        _draws = new(scenario, scene, names, _lamps, _errors);
        CheckName("variant", scenario.Variant, scenario.Keys.Of("variant"), scene.Variants);
        CheckName("animation", scenario.Animation is AnimationChoice.None ? null : scenario.Animation, scenario.Keys.Of("animation"), AnimationChoice.NamesOf(scene));
        foreach ((int i, CameraSettings camera) in scenario.Cameras.Index())
        {
            CameraBinding.Check(camera, i, names, _errors);
        }

        _lamps.Bind(scenario.Lamps);
        _lamps.Bind(scenario.Lights);
        _errors.AddRange(PathBinding.Check(scenario, scene, names));
        foreach (VaryRule rule in scenario.Cousins.Vary)
        {
            _draws.Bind(rule);
        }

        (Placements, IReadOnlyList<ScenarioError> misplaced) = PlacementBinding.Of(scenario.Cousins.Placements, scene, names);
        _errors.AddRange(misplaced);
        (Affordances, IReadOnlyList<ScenarioError> unkept) = AffordanceBinding.Of(scenario, scene, names);
        _errors.AddRange(unkept);
        _errors.AddRange([.. JointBinding.Check(scenario.Joints, scene, scenario.Task, scenario.Physics is not null)]);
        _errors.AddRange(BodyBinding.Check(scenario, scene, names));
        _errors.AddRange([.. SuccessBinding.Check(scenario, scene)]);
        _errors.AddRange(EventBinding.Check(scenario, scene, names));
        (Space, IReadOnlyList<ScenarioError> unsampled) = SampleSpaceBinding.Of(scenario.Cousins, _draws.Draws);
        _errors.AddRange(unsampled);
    }

    /// <summary>What does not fit, in the order of the file.</summary>
    public IReadOnlyList<ScenarioError> Errors => _errors.All;

    /// <summary>What every sample draws, in the order of the file.</summary>
    public IReadOnlyList<BoundDraw> Draws => _draws.Draws;

    /// <summary>The draws and how they depend on each other; null when something does not fit.</summary>
    public SampleSpace? Space { get; }

    /// <summary>Lamp name → waveform; steady lamps are not in it.</summary>
    public IReadOnlyDictionary<string, PluginUse> Waveforms => _lamps.Waveforms;

    /// <summary>What the names of drawn waveforms stand for.</summary>
    public IReadOnlyDictionary<string, PluginUse> WaveformChoices => _lamps.WaveformChoices;

    /// <summary>Drawn parameters of waveforms, for the host to check.</summary>
    public IReadOnlyList<FlickerDraw> FlickerDraws => _lamps.FlickerDraws;

    /// <summary>Lamp name → the size of its source; lamps that keep the file's are not in it.</summary>
    public IReadOnlyDictionary<string, LightSize> Sizes => _lamps.Sizes;

    /// <summary>Where objects are put, in the order of the file.</summary>
    internal IReadOnlyList<PlacementStep> Placements { get; }

    /// <summary>What every cousin must go on allowing.</summary>
    public IReadOnlyList<ICousinRule> Affordances { get; }

    public static SceneBinding Of(Scenario scenario, Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(scene);
        return new(scenario, scene);
    }

    private void CheckName(string key, string? name, SourcePosition position, IReadOnlyList<string> names)
    {
        if (name is not null && !names.Contains(name, StringComparer.Ordinal))
        {
            _errors.AddNoMatch(position, key, $"{key} of the scene", name, [.. names], right => $"{key}: {right}");
        }
    }
}
