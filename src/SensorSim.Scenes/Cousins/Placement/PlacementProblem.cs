using SensorSim.Geometry;
using SensorSim.Randomness;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>
/// Solves a scenario's placements for one cousin after the other. A pure function of the cousin, the seed and the attempt: any thread may ask, in any order.
/// </summary>
/// <param name="scene">Of all cousins.</param>
/// <param name="steps">In the order of the file; later ones see what earlier ones placed.</param>
internal sealed class PlacementProblem(Scene scene, IReadOnlyList<PlacementStep> steps)
{
    private readonly Scenery _scenery = new(scene);
    private readonly HashSet<int> _supports = [.. steps.SelectMany(step => step.Supports).Select(support => support.Node)];
    private readonly Lazy<int[]> _standing = new(() => Standing(scene, steps));

    /// <summary>Whether nothing is placed.</summary>
    public bool IsEmpty => steps.Count == 0;

    /// <summary>Poses of all objects that the cousin shows and the scenario places, in the order of the file.</summary>
    /// <param name="cousin">With everything else that is drawn.</param>
    /// <param name="seed">Of every draw.</param>
    /// <param name="attempt">Another one gives other poses.</param>
    public PlacementSolution Solve(SceneInstance cousin, ulong seed, int attempt)
    {
        var site = new PlacementSite(_scenery, cousin, new(RandomKey.ForDraw(seed, cousin.Sample, FormattableString.Invariant($"placement#{attempt}"))));
        Placee[][] things = [.. steps.Select(step => ThingsOf(step, cousin))];
        site.Furnish(_standing.Value, Region(cousin, things));
        var poses = new OrderedDictionary<string, ObjectPose>(StringComparer.Ordinal);
        foreach ((PlacementStep step, Placee[] placed) in steps.Zip(things))
        {
            if (Place(step, site, placed) is { } refusal)
            {
                return new(poses, refusal);
            }

            foreach (Placee thing in placed)
            {
                poses.Add(thing.Name, site.Poses[thing.Node]);
            }
        }

        return new(poses, null);
    }

    private Refusal? Place(PlacementStep step, PlacementSite site, Placee[] things)
    {
        if (things.Length == 0)
        {
            return null;
        }

        string supports = string.Join(", ", step.Supports.Take(3).Select(support => support.Name)) + (step.Supports.Count > 3 ? ", …" : "");
        if (step.PlacerAt(site) is not { } placer)
        {
            return RefusalOf(step, things[0], $"nothing of {supports} is there in this cousin, or none has room");
        }

        if (things.FirstOrDefault(thing => placer.IsTooLarge(thing.Body)) is { } large)
        {
            return RefusalOf(step, large, $"{large.Name} ({SizeOf(large)}) is too large for {supports} ({placer.Room})");
        }

        Placee[] order = site.Dice.Shuffled(things);
        order = step.Setting.Rule is PlacementRule.Scatter or PlacementRule.Stack ? [.. order.OrderByDescending(thing => thing.Body.Shape.Radius)] : order;
        foreach ((int i, Placee thing) in order.Index())
        {
            if (!placer.Place(thing, _supports.Contains(thing.Node)))
            {
                return RefusalOf(step, thing, FormattableString.Invariant($"{thing.Name} ({SizeOf(thing)}) found no room on {supports} ({placer.Room}) beside {i} of {things.Length} objects"));
            }
        }

        return null;
    }

    private static string SizeOf(Placee thing)
    {
        Vector3d size = Box.Around([.. thing.Body.Shape.Pieces.SelectMany(piece => piece.Vertices)]).Size;
        return FormattableString.Invariant($"{size.X:0.###} m × {size.Y:0.###} m × {size.Z:0.###} m");
    }

    private static Refusal RefusalOf(PlacementStep step, Placee thing, string problem) => new(
        $"placement {thing.Name}",
        new(step.Setting.ValuePosition, $"cousins.vary[\"{step.Setting.Key}\"]", problem, "fewer or smaller objects, a larger support, or less clearance"));

    private Placee[] ThingsOf(PlacementStep step, SceneInstance cousin) =>
        [.. step.Things.Select(thing => _scenery.ShapeOf(cousin, thing.Node) is { } body ? new Placee(thing.Name, thing.Node, body) : null).OfType<Placee>()];

    // Around all supports, and as far beyond as the largest object or the highest stack reaches.
    private Box Region(SceneInstance cousin, Placee[][] things)
    {
        Box supports = steps.SelectMany(step => step.Supports).Aggregate(Box.Empty, (box, support) => box.Union(_scenery.BoundsOf(cousin, support.Node)));
        double reach = 2 * things.SelectMany(step => step).Select(thing => thing.Body.Shape.Radius).DefaultIfEmpty(0).Max();
        int layers = steps.Select(step => step.Setting.Rule is PlacementRule.Stack stack ? stack.Layers : 1).Max();
        Box grown = supports.Grown(reach);
        return grown with { Max = grown.Max + new Vector3d(0, layers * reach, 0) };
    }

    private static int[] Standing(Scene scene, IReadOnlyList<PlacementStep> steps)
    {
        var scenery = new Scenery(scene);
        HashSet<int> placed = [.. steps.SelectMany(step => step.Things).SelectMany(thing => scenery.WithDescendants(thing.Node))];
        return [.. Enumerable.Range(0, scene.Nodes.Count).Where(node => scene.Nodes[node].InScene && !placed.Contains(node))];
    }
}
