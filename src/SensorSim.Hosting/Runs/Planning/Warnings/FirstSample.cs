using SensorSim.Geometry;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios.Objects;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>The first sample of a run, as warnings look at it.</summary>
/// <param name="Plan">The run.</param>
/// <param name="Cousin">At the beginning of its episode.</param>
/// <param name="Resting">The same, found by place.</param>
/// <param name="Dynamic">What physics moves in it.</param>
internal sealed record FirstSample(RunPlan Plan, SceneInstance Cousin, RestingScene Resting, IReadOnlyList<DynamicBody> Dynamic)
{
    /// <summary>So many times its longest side from a scene is what was put there in millimetres.</summary>
    private const double FarSides = 50;

    /// <summary>What the scenario adds to the scene.</summary>
    public IReadOnlyList<PlacedObject> Added { get; private init; } = [];

    /// <summary>Around what the scene has without them, world space.</summary>
    public Box Room => Resting.BoxOf(Resting.DrawnNodes.Except(Added.SelectMany(one => one.Nodes)));

    /// <summary>Draws it.</summary>
    public static FirstSample Of(RunPlan plan)
    {
        SceneInstance cousin = plan.Cousins.Sample(0);
        var sample = new FirstSample(plan, cousin, new(cousin), plan.Physics?.DynamicOf(cousin) ?? []);
        Dictionary<string, int> nodes = cousin.Twin.Nodes.Index().Where(node => node.Item.Name is not null).DistinctBy(node => node.Item.Name, StringComparer.Ordinal).ToDictionary(node => node.Item.Name!, node => node.Index, StringComparer.Ordinal);
        HashSet<int> dynamic = [.. sample.Dynamic.Select(body => body.Node)];
        Dictionary<string, AddedGroup> groups = plan.Scenario.Objects.SelectMany(group => group.Names.Select(name => (name, group))).ToDictionary(one => one.name, one => one.group, StringComparer.Ordinal);
        return sample with { Added = [.. plan.Scene.Additions.Objects.Select(one => sample.Placed(one, groups[one.Name], nodes[one.Name], dynamic))] };
    }

    /// <summary>What records call a node.</summary>
    public string NameOf(int node) => Plan.Instances.FirstOrDefault(one => one.Node == node)?.Name ?? Invariant($"node_{node}");

    /// <summary>How far away a place is that is hardly meant in metres; null where it may be.</summary>
    /// <param name="place">World space, metres.</param>
    public string? FarAway(Vector3d place) => Resting.Bounds is { IsEmpty: false } bounds && !bounds.Grown(FarSides * bounds.LongestSide).Contains(place)
        ? Invariant($"is {(place - bounds.Centre).Length:0} m from the middle of the scene, whose longest side is {bounds.LongestSide:0.#} m")
        : null;

    /// <summary>What draws a value that the sample has; null where none of these is drawn.</summary>
    /// <param name="names">As records have them: <c>cameras.front.hfov_deg</c>.</param>
    public BoundDraw? DrawOf(params string[] names) => Plan.Cousins.Space.Draws.FirstOrDefault(draw => names.Contains(draw.Name, StringComparer.Ordinal));

    private PlacedObject Placed(AddedObject added, AddedGroup group, int node, HashSet<int> dynamic)
    {
        bool IsDrawn(string attribute) => Plan.Cousins.Space.Draws.Any(draw => draw.Name.StartsWith($"objects.{added.Name}.{attribute}", StringComparison.Ordinal));
        HashSet<int> nodes = Resting.WithAllBelow(node);
        return new(added, node, nodes, Resting.BoxOf(nodes))
        {
            Keys = group.Keys,
            IsCounted = group.Count > 1,
            IsInOnePlaceWithItsGroup = group.Count > 1 && group.Step == Vector3d.Zero && !IsDrawn("offset_"),
            IsStepped = group.Count > 1 && added.Name != group.NameOf(1),
            IsShiftedBySamples = IsDrawn("offset_"),
            IsMovedBySamples = IsDrawn("offset_") || IsDrawn("yaw_deg"),
            IsDynamic = nodes.Overlaps(dynamic),
            IsPutElsewhere = Plan.Scenario.Paths.Any(path => GlobPattern.Matches(path.Thing, added.Name)) || Plan.Scenario.Cousins.Placements.Any(placement => GlobPattern.Matches(placement.Key, $"objects.{added.Name}.pose")),
        };
    }
}
