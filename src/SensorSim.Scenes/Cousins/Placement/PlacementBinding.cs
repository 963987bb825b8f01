using SensorSim.Scenes.Cousins.Binding;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>What a scenario says about poses, resolved against the objects that there are.</summary>
internal sealed class PlacementBinding
{
    private readonly Scene _scene;
    private readonly IReadOnlyList<Instance> _objects;
    private readonly Dictionary<int, PlacementSetting> _placedBy = [];
    private readonly List<ScenarioError> _errors = [];

    private PlacementBinding(Scene scene, SceneNames names) => (_scene, _objects) = (scene, names.Objects);

    /// <summary>The steps, and what does not fit.</summary>
    public static (IReadOnlyList<PlacementStep> Steps, IReadOnlyList<ScenarioError> Errors) Of(IReadOnlyList<PlacementSetting> settings, Scene scene, SceneNames names)
    {
        var binding = new PlacementBinding(scene, names);
        PlacementStep[] steps = [.. settings.Select(binding.Bind)];
        foreach (PlacementStep step in steps)
        {
            binding.Check(step);
        }

        return (steps, binding._errors);
    }

    private PlacementStep Bind(PlacementSetting setting)
    {
        Instance[] things = Matching(CousinKey.Parse(setting.Key)!.Value.Name, setting.KeyPosition, PathOf(setting));
        Instance[] supports = Matching(setting.Rule.On, setting.ValuePosition, PathOf(setting));
        foreach (Instance thing in things)
        {
            if (!_placedBy.TryAdd(thing.Node, setting))
            {
                Add(setting, $"'{thing.Name}' is already placed by the key at {_placedBy[thing.Node].KeyPosition}", "one key for each object");
            }
        }

        return new(setting, things, supports);
    }

    private void Check(PlacementStep step)
    {
        foreach (Instance thing in step.Things)
        {
            if (SkeletonRules.Placing(step.Setting.KeyPosition, PathOf(step.Setting), _scene, thing) is { } bent)
            {
                _errors.Add(bent);
            }

            if (PlacedAbove(thing.Node) is { } above)
            {
                Add(step.Setting, $"'{thing.Name}' hangs on '{NameOf(above)}', which is placed too", "objects that move by themselves");
            }
        }

        foreach (Instance support in step.Supports)
        {
            bool isLater = _placedBy.TryGetValue(support.Node, out PlacementSetting? by) && by.KeyPosition != step.Setting.KeyPosition && IsBefore(step.Setting, by);
            if (by?.KeyPosition == step.Setting.KeyPosition)
            {
                Add(step.Setting, $"'{support.Name}' would be placed on itself", "a pattern that leaves out what is placed; stacks need none");
            }
            else if (isLater)
            {
                Add(step.Setting, $"'{support.Name}' is placed by a later key, at {by!.KeyPosition}", "the keys in the order in which things are put down");
            }

            CheckRoom(step.Setting, support);
        }
    }

    // What is there at rest: substitution may change it, and then a sample says so.
    private void CheckRoom(PlacementSetting setting, Instance support)
    {
        Rays.TriangleTree tree = Rays.TriangleTree.Of(_scene.Meshes[support.Mesh]);
        var surface = new SupportSurface(support.Name, tree, WorldOf(support.Node));
        if (setting.Rule is PlacementRule.Fill && !new ContainerInterior(surface, tree.Bounds.Transformed(surface.ToWorld)).IsOpen)
        {
            Add(setting, $"'{support.Name}' is nothing that is open above: no part of it lies below its rim", "bins, boxes without a lid, bowls");
        }
        else if (setting.Rule is not PlacementRule.Fill && surface.Area <= 0)
        {
            Add(setting, $"'{support.Name}' has no level surface that faces up", "tables, shelves, floors, boxes");
        }
    }

    private Instance[] Matching(string pattern, SourcePosition position, string key)
    {
        Instance[] matched = [.. _objects.Where(thing => GlobPattern.Matches(pattern, thing.Name))];
        if (matched.Length == 0)
        {
            _errors.Add(UnmatchedName.Error(position, key, "object of the scene", pattern, [.. _objects.Select(thing => thing.Name)]));
        }

        return matched;
    }

    private Geometry.Matrix4x4d WorldOf(int node) => _scene.Nodes[node].Parent is { } parent ? WorldOf(parent) * _scene.Nodes[node].LocalTransform : _scene.Nodes[node].LocalTransform;

    private int? PlacedAbove(int node)
    {
        for (int? above = _scene.Nodes[node].Parent; above is { } parent; above = _scene.Nodes[parent].Parent)
        {
            if (_placedBy.ContainsKey(parent))
            {
                return parent;
            }
        }

        return null;
    }

    private string NameOf(int node) => _objects.First(thing => thing.Node == node).Name;

    private static bool IsBefore(PlacementSetting one, PlacementSetting other) => (one.KeyPosition.Line, one.KeyPosition.Column).CompareTo((other.KeyPosition.Line, other.KeyPosition.Column)) < 0;

    private void Add(PlacementSetting setting, string problem, string expected) => _errors.Add(new(setting.KeyPosition, PathOf(setting), problem, expected));

    private static string PathOf(PlacementSetting setting) => $"cousins.vary[\"{setting.Key}\"]";
}
