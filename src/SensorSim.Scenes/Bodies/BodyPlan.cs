using SensorSim.Physics;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Scenes.Bodies;

/// <summary>Which nodes of a cousin are bodies and what moves them. The scenario goes before the file, the file before what follows from surfaces.</summary>
internal sealed class BodyPlan
{
    private readonly Scene _scene;
    private readonly SceneInstance _cousin;
    private readonly PhysicsSettings _drawn;
    private readonly Scenery _scenery;
    private readonly ILookup<int, string> _names;
    private readonly IReadOnlySet<int> _carried;
    private readonly ILookup<int, int> _held;
    private readonly Dictionary<int, BodyRule?> _rules = [];
    private readonly Dictionary<int, BodyMotion> _moving = [];

    /// <param name="cousin">At the beginning of its episode.</param>
    /// <param name="drawn">With what the sample has drawn.</param>
    /// <param name="candidates">Of the scene.</param>
    /// <param name="scenery">Of the scene.</param>
    public BodyPlan(SceneInstance cousin, PhysicsSettings drawn, IReadOnlyList<BodyCandidate> candidates, Scenery scenery)
    {
        (_scene, _cousin, _drawn, _scenery, _carried) = (cousin.Twin, cousin, drawn, scenery, cousin.Motion?.MovingNodes ?? new HashSet<int>());
        _names = candidates.ToLookup(candidate => GroupOf(candidate.Node), candidate => candidate.Name);
        _held = _scene.Physics.Colliders.Select(collider => collider.Node).Distinct().Where(node => BodyCandidate.HolderOf(_scene, node) is not null).ToLookup(node => BodyCandidate.HolderOf(_scene, node)!.Value);
        BodyCandidate[] there = [.. candidates.Where(candidate => IsThere(candidate.Node))];
        Dictionary<int, BodyMotion> moving = there.Select(candidate => (candidate.Node, Motion: MotionBy(candidate.Node))).Where(one => one.Motion != BodyMotion.Static).ToDictionary(one => one.Node, one => one.Motion);
        foreach ((int node, BodyMotion motion) in moving.Where(one => _scene.Physics.Bodies.ContainsKey(one.Key) || !Above(one.Key).Any(moving.ContainsKey)))
        {
            _moving.Add(node, motion);
        }

        Bodies = [.. there.Where(candidate => _moving.ContainsKey(candidate.Node) || OwnerOf(candidate.Node) is null).OrderBy(candidate => MovesByItself(candidate.Node) ? 0 : 1)];
    }

    /// <summary>What is a body of its own, and what moves by itself first, so that surroundings can be looked for about it.</summary>
    public IReadOnlyList<BodyCandidate> Bodies { get; }

    public BodyMotion MotionOf(int node) => _moving.GetValueOrDefault(node, BodyMotion.Static);

    /// <summary>Whether forces move it, or a velocity that it keeps, and neither an animation nor a path.</summary>
    public bool MovesByItself(int node) => MotionOf(node) == BodyMotion.Dynamic || (MotionOf(node) == BodyMotion.Kinematic && !IsCarried(node));

    /// <summary>What the scenario says of a body, by its name or that of an object of it.</summary>
    public BodyRule? RuleOf(int node)
    {
        if (!_rules.TryGetValue(node, out BodyRule? rule))
        {
            _rules.Add(node, rule = _drawn.Bodies.FirstOrDefault(one => _names[GroupOf(node)].Any(name => GlobPattern.Matches(one.Match, name))));
        }

        return rule;
    }

    /// <summary>What the file says of a body that is one.</summary>
    public SceneBody? FileBodyOf(int node) => _scene.Physics.Bodies.GetValueOrDefault(node);

    /// <summary>What the sample or the scenario says of it alone.</summary>
    public BodyProperties OwnPropertiesOf(int node) =>
        _names[GroupOf(node)].Aggregate(default(BodyProperties), (all, name) => all.Or(_drawn.Drawn.GetValueOrDefault(name))).Or(RuleOf(node)?.Properties ?? default);

    /// <summary>The node of the moving body that a node goes with.</summary>
    public int? OwnerOf(int node) => Above(node).Prepend(node).Where(_moving.ContainsKey).Select(one => (int?)one).FirstOrDefault();

    /// <summary>A body's node and those below it that go with it.</summary>
    public IReadOnlyList<int> PartsOf(int node) => MotionOf(node) == BodyMotion.Static ? [node, .. _held[node]] : [.. _scenery.WithDescendants(node, below => below == node || !_moving.ContainsKey(below))];

    /// <summary>The file's colliders of a body; none where the scenario gives it another shape, or where it does not show what the file has.</summary>
    public IReadOnlyList<SceneCollider> CollidersOf(IReadOnlyList<int> parts) => RuleOf(parts[0])?.Shape is not null || parts.Any(IsReplaced)
        ? []
        : [.. _scene.Physics.Colliders.Where(collider => parts.Contains(collider.Node) && _scene.Nodes[collider.Node].InScene)];

    /// <summary>Whether the file says what everything touches others with, and the scenario nothing else: what has no colliders then touches nothing.</summary>
    public bool IsSpokenFor(IReadOnlyList<int> parts) => _scene.Physics.SpeaksOf(parts[0]) && RuleOf(parts[0]) is not ({ Shape: not null } or { Motion: not null }) && !parts.Any(IsReplaced);

    private int GroupOf(int node) => _scene.Physics.BodyOf(_scene, node) ?? node;

    // A node without a mesh is there with one of the objects below it, or when there are none.
    private bool IsThere(int node)
    {
        if (_scene.Nodes[node].Mesh is not null || _cousin.Shapes.ContainsKey(node))
        {
            return _cousin.MeshOf(node) is not null;
        }

        int[] objects = [.. _scenery.WithDescendants(node, _ => true).Where(one => _scene.Nodes[one].Mesh is not null)];
        return objects.Length == 0 || objects.Any(one => _cousin.MeshOf(one) is not null);
    }

    private BodyMotion MotionBy(int node)
    {
        if (GroupOf(node) != node)
        {
            return BodyMotion.Static;
        }

        BodyMotion? rule = RuleOf(node)?.Motion;
        return rule == BodyMotion.Dynamic ? BodyMotion.Dynamic
            : IsCarried(node) ? BodyMotion.Kinematic
            : rule is null && FileBodyOf(node) is { Moves: true } file ? file.Motion
            : BodyMotion.Static;
    }

    private bool IsReplaced(int node) => _scene.Nodes[node].Mesh is { } mesh && _cousin.MeshOf(node) is var shown && shown != mesh && (shown is null || _scene.Shapes.Items.Values.Contains(shown.Value));

    private bool IsCarried(int node) => Above(node).Prepend(node).Any(_carried.Contains);

    private IEnumerable<int> Above(int node)
    {
        for (int? at = _scene.Nodes[node].Parent; at is { } one; at = _scene.Nodes[one].Parent)
        {
            yield return one;
        }
    }
}
