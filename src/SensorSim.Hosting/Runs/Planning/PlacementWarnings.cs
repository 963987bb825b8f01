using SensorSim.Geometry;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>Objects that a scenario adds in the air or in others, where neither a draw nor a path puts them elsewhere.</summary>
internal static class PlacementWarnings
{
    /// <summary>So many lines are told, and whether there are others: hundreds of objects in one place take a while to look at.</summary>
    private const int MostLines = 10;

    /// <summary>An object so many times as large as all that was there before was made in other units.</summary>
    private const double Outsized = 3;

    public static IEnumerable<string> Of(RunPlan plan)
    {
        Scene scene = plan.Scene.Scene;
        Dictionary<string, int> nodes = scene.Nodes.Index().Where(node => node.Item.Name is not null).DistinctBy(node => node.Item.Name, StringComparer.Ordinal).ToDictionary(node => node.Item.Name!, node => node.Index, StringComparer.Ordinal);
        (AddedObject Added, int Node)[] all = [.. plan.Scene.Additions.Objects.Select(added => (added, nodes[added.Name]))];
        (AddedObject Added, int Node)[] still = [.. all.Where(one => !IsPutElsewhere(plan, one.Added.Name))];
        if (still.Length == 0)
        {
            return [];
        }

        var resting = new RestingScene(scene);
        string[] outsized = [.. OutsizedOf(resting, scene, all)];
        string[] lines = outsized.Length > 0 ? outsized : [.. Misplaced(plan, resting, still).Take(MostLines + 1)];
        return lines.Length <= MostLines ? lines : lines.Take(MostLines).Append("objects: there are more in the air or in others; put these in their places first");
    }

    // Everything else would be in or above such a one.
    private static IEnumerable<string> OutsizedOf(RestingScene resting, Scene scene, (AddedObject Added, int Node)[] all)
    {
        HashSet<int> added = [.. all.SelectMany(one => resting.WithAllBelow(one.Node))];
        Box room = resting.BoxOf(Enumerable.Range(0, scene.Nodes.Count).Where(node => !added.Contains(node)));
        return room.IsEmpty ? [] : all.Select(one => (one.Added, resting.BoxOf(resting.WithAllBelow(one.Node)))).Where(one => !one.Item2.IsEmpty && one.Item2.Size.Length > Outsized * room.Size.Length)
            .Select(one => Invariant($"objects: {one.Added.Name} is {one.Item2.Size.Length:0.#} m across, and all that was there before {room.Size.Length:0.#} m: a file in millimetres needs scale: 0.001")).Take(MostLines);
    }

    // Of two that are in each other one line: the one that says where to put it.
    private static IEnumerable<string> Misplaced(RunPlan plan, RestingScene resting, (AddedObject Added, int Node)[] still)
    {
        (var footing, var overlap) = (new Footing(resting), new Overlap(resting));
        var told = new HashSet<(int, int)>();
        bool IsNew(int one, int? other) => other is null || told.Add((Math.Min(one, other.Value), Math.Max(one, other.Value)));
        string after = plan.Scenario.Physics is null ? "" : ". Physics does not push it out: episodes that begin deep in each other are rejected";
        List<(AddedObject Added, int Node, Stand Stand)> inside = [];
        foreach ((AddedObject added, int node) in still)
        {
            Stand? stand = footing.Of(node);
            if (stand is { ClearanceMetres: double.NegativeInfinity } within)
            {
                inside.Add((added, node, within));
            }
            else if (stand is { } found && OfStand(plan, added, found) is { } line && IsNew(node, found.Node))
            {
                yield return $"objects: {line}{after}";
            }
        }

        foreach ((AddedObject added, int node, Stand stand) in inside.Where(one => IsNew(one.Node, one.Stand.Node)))
        {
            yield return $"objects: the middle of {added.Name} is inside {NameOf(plan, stand.Node!.Value)}{after}";
        }

        foreach ((AddedObject added, int node) in still)
        {
            if (overlap.Of(node) is { } other && IsNew(node, other))
            {
                yield return $"objects: {added.Name} reaches into {NameOf(plan, other)}{after}";
            }
        }
    }

    private static string? OfStand(RunPlan plan, AddedObject added, Stand stand) => stand.ClearanceMetres switch
    {
        < -Footing.TouchMetres and var deep => Invariant($"{added.Name} is {-deep:0.###} m deep in {NameOf(plan, stand.Node!.Value)}: at: {Written(added.At, -deep)} would put it upon it"),
        > Footing.TouchMetres when plan.Scenario.Physics is not null => null,
        double.PositiveInfinity => $"{added.Name} hangs in the air with nothing below it",
        > Footing.TouchMetres and var clear => Invariant($"{added.Name} hangs in the air, {clear:0.###} m above {NameOf(plan, stand.Node!.Value)}: at: {Written(added.At, -clear)} would put it there"),
        _ => null,
    };

    private static string NameOf(RunPlan plan, int node) => plan.Instances.FirstOrDefault(one => one.Node == node)?.Name ?? Invariant($"node_{node}");

    // Without a zero's sign.
    private static string Written(Vector3d at, double up) => Invariant($"[{at.X:0.###}, {Math.Round(at.Y + up, 3) + 0.0:0.###}, {at.Z:0.###}]");

    private static bool IsPutElsewhere(RunPlan plan, string name) =>
        plan.Scenario.Paths.Any(path => GlobPattern.Matches(path.Thing, name))
        || plan.Scenario.Cousins.Placements.Any(placement => GlobPattern.Matches(placement.Key, $"objects.{name}.pose"))
        || plan.Cousins.Space.Draws.Any(draw => draw.Name.StartsWith($"objects.{name}.", StringComparison.Ordinal));
}
