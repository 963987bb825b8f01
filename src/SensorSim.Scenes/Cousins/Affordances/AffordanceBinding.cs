using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Plugins;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Sections;

namespace SensorSim.Scenes.Cousins.Affordances;

/// <summary>The affordances of a scenario and of the scene's nodes, resolved against the objects that there are.</summary>
internal sealed class AffordanceBinding
{
    private const string ExtrasKey = "affordances";

    private readonly Scenario _scenario;
    private readonly IReadOnlyList<Instance> _objects;
    private readonly CousinTriangles _triangles;
    private readonly Matrix4x4d[] _rest;
    private readonly List<AffordanceRule> _rules = [];
    private readonly List<ScenarioError> _errors = [];

    private AffordanceBinding(Scenario scenario, Scene scene, SceneNames names)
    {
        (_scenario, _objects) = (scenario, names.Objects);
        _triangles = new(scene);
        _rest = scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]);
    }

    /// <summary>A rule for each object and affordance, and what does not fit.</summary>
    public static (IReadOnlyList<ICousinRule> Rules, IReadOnlyList<ScenarioError> Errors) Of(Scenario scenario, Scene scene, SceneNames names)
    {
        var binding = new AffordanceBinding(scenario, scene, names);
        foreach (AffordanceSetting setting in scenario.Affordances)
        {
            binding.BindAll(setting);
        }

        foreach (Instance thing in names.Objects)
        {
            if (scene.Nodes[thing.Node].Extras?[ExtrasKey] is JsonNode list)
            {
                string path = FormattableString.Invariant($"nodes[{thing.Node}].extras.{ExtrasKey}");
                foreach (AffordanceSetting setting in AffordanceSection.ReadAll(list.ToJsonString(), thing.Name, scenario.Scene, path, binding._errors))
                {
                    binding.Bind(setting, thing);
                }
            }
        }

        return (binding._rules, binding._errors);
    }

    private void BindAll(AffordanceSetting setting)
    {
        Instance[] matched = [.. _objects.Where(thing => GlobPattern.Matches(setting.Objects, thing.Name))];
        if (matched.Length == 0)
        {
            _errors.Add(UnmatchedName.Error(setting.Position, $"{setting.Key}.object", "object of the scene", setting.Objects, [.. _objects.Select(thing => thing.Name)]));
        }

        foreach (Instance thing in matched)
        {
            Bind(setting, thing);
        }
    }

    private void Bind(AffordanceSetting setting, Instance thing)
    {
        if (Lacking(setting, thing) is { } lacking)
        {
            _errors.Add(new(setting.Position, setting.Key, $"'{thing.Name}' {lacking}", "another kind, or an object that allows it"));
        }
        else if (setting is AffordanceSetting.Handle { ReachFromCamera: { } name } && _scenario.Cameras.All(camera => camera.Name != name))
        {
            string[] cameras = [.. _scenario.Cameras.Select(camera => camera.Name)];
            _errors.Add(new(setting.Position, $"{setting.Key}.reach_from", $"no camera is called '{name}'", $"a point [x, y, z], or one of {string.Join(", ", cameras)}", NearestName.Of(name, cameras)));
        }
        else
        {
            _rules.Add(RuleOf(setting, thing));
        }
    }

    // What the twin itself does not allow can be kept by no cousin.
    private string? Lacking(AffordanceSetting setting, Instance thing)
    {
        var surface = new SupportSurface(thing.Name, _triangles.Trees[thing.Mesh], _rest[thing.Node], (setting as AffordanceSetting.Support)?.MaximumTiltDegrees ?? SupportSurface.LevelDegrees);
        return setting switch
        {
            AffordanceSetting.Support support when surface.Area <= 0 || surface.Area < support.LeastSquareMetres =>
                FormattableString.Invariant($"has {surface.Area:0.####} m² of level top in the scene itself"),
            AffordanceSetting.Container when !new ContainerInterior(surface, _triangles.Trees[thing.Mesh].Bounds.Transformed(_rest[thing.Node])).IsOpen => "is not open above in the scene itself",
            _ => null,
        };
    }

    private AffordanceRule RuleOf(AffordanceSetting setting, Instance thing) => setting switch
    {
        AffordanceSetting.Support support => new SupportRule(support, thing, _triangles, _rest[thing.Node]),
        AffordanceSetting.Container container => new ContainerRule(container, thing, _triangles, _rest[thing.Node]),
        AffordanceSetting.Handle handle => new HandleRule(handle, thing, _triangles, _scenario.Cameras.FirstOrDefault(camera => camera.Name == handle.ReachFromCamera)),
        _ => throw new InvalidOperationException($"There is no rule for {setting}."),
    };
}
