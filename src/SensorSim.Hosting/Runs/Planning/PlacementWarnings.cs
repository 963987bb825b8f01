using SensorSim.Geometry;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>Objects that a scenario adds in the air or in others, as the first sample has them.</summary>
internal static class PlacementWarnings
{
    /// <summary>So many lines are told, and whether there are others: hundreds of objects in one place take a while to look at.</summary>
    private const int MostLines = 10;

    /// <summary>An object so many times as large as all that was there before was made in other units.</summary>
    private const double Outsized = 3;

    private const string InFirst = ", in the first sample";

    /// <param name="plan">The run.</param>
    /// <param name="resting">Its first sample.</param>
    /// <param name="moving">What physics moves in it.</param>
    public static IEnumerable<string> Of(RunPlan plan, RestingScene resting, IReadOnlyList<DynamicBody> moving)
    {
        IReadOnlyList<AddedObject> added = plan.Scene.Additions.Objects;
        if (added.All(one => IsPutElsewhere(plan, one.Name)))
        {
            return [];
        }

        Scene scene = plan.Scene.Scene;
        Dictionary<string, int> nodes = scene.Nodes.Index().Where(node => node.Item.Name is not null).DistinctBy(node => node.Item.Name, StringComparer.Ordinal).ToDictionary(node => node.Item.Name!, node => node.Index, StringComparer.Ordinal);
        HashSet<int> dynamic = [.. moving.Select(body => body.Node)];
        PlacedObject[] all = [.. added.Select(one => new PlacedObject(one, nodes[one.Name], IsMoved(plan, one.Name), resting.WithAllBelow(nodes[one.Name]).Overlaps(dynamic)))];
        string[] outsized = [.. OutsizedOf(resting, scene.Nodes.Count, all)];
        string[] lines = outsized.Length > 0 ? outsized : [.. Misplaced(plan, resting, [.. all.Where(one => !IsPutElsewhere(plan, one.Added.Name))]).Take(MostLines + 1)];
        return lines.Length <= MostLines ? lines : lines.Take(MostLines).Append("objects: there are more in the air or in others; put these in their places first");
    }

    // Everything else would be in or above such a one.
    private static IEnumerable<string> OutsizedOf(RestingScene resting, int nodes, PlacedObject[] all)
    {
        HashSet<int> added = [.. all.SelectMany(one => resting.WithAllBelow(one.Node))];
        double room = Across(resting.BoxOf(Enumerable.Range(0, nodes).Where(node => !added.Contains(node))));
        return from one in all
               let metres = Across(resting.BoxOf(resting.WithAllBelow(one.Node)))
               where room > 0 && metres > Outsized * room
               select Invariant($"objects: {one.Added.Name} is {metres:0.#} m across, and all that was there before {room:0.#} m: a file in millimetres needs scale: 0.001");
    }

    private static double Across(Box box) => box.IsEmpty ? 0 : box.Size.Length;

    // Of two that are in each other one line: if possible the one that says where to put it.
    private static IEnumerable<string> Misplaced(RunPlan plan, RestingScene resting, PlacedObject[] still)
    {
        string after = plan.Scenario.Physics is null ? "" : ". Physics does not push it out: episodes that begin deep in each other are rejected";
        var told = new HashSet<(int, int)>();
        return Standing(plan, new(resting), still).Concat(Overlapping(plan, new(resting), still))
            .Where(one => one.Other is not { } other || told.Add((Math.Min(one.Node, other), Math.Max(one.Node, other))))
            .Select(one => $"objects: {one.Line}{after}");
    }

    private static IEnumerable<(int Node, int? Other, string Line)> Standing(RunPlan plan, Footing footing, PlacedObject[] still) =>
        from one in still
        let stand = footing.Of(one.Node)
        where stand is not null
        orderby double.IsNegativeInfinity(stand.Value.ClearanceMetres)
        let line = OfStand(plan, one, stand.Value)
        where line is not null
        select (one.Node, stand.Value.Node, line);

    private static IEnumerable<(int Node, int? Other, string Line)> Overlapping(RunPlan plan, Overlap overlap, PlacedObject[] still) =>
        from one in still
        let other = overlap.Of(one.Node)
        where other is not null
        select (one.Node, other, $"{one.Added.Name} reaches into {NameOf(plan, other.Value)}{(one.IsMoved ? InFirst : "")}");

    private static string? OfStand(RunPlan plan, PlacedObject one, Stand stand) => stand.ClearanceMetres switch
    {
        double.NegativeInfinity => $"the middle of {one.Added.Name} is inside {NameOf(plan, stand.Node!.Value)}{(one.IsMoved ? InFirst : "")}",
        < -Footing.TouchMetres and var deep => Invariant($"{one.Added.Name} is {-deep:0.###} m deep in {NameOf(plan, stand.Node!.Value)}{Mended(one, -deep, "upon it")}"),
        > Footing.TouchMetres when one.IsDynamic => null,
        double.PositiveInfinity => $"{one.Added.Name} hangs in the air with nothing below it{(one.IsMoved ? InFirst : "")}",
        > Footing.TouchMetres and var clear => Invariant($"{one.Added.Name} hangs in the air, {clear:0.###} m above {NameOf(plan, stand.Node!.Value)}{Mended(one, -clear, "there")}"),
        _ => null,
    };

    // Where samples move it, no one place is right.
    private static string Mended(PlacedObject one, double up, string where) => one.IsMoved ? InFirst : $": at: {Written(one.Added.At, up)} would put it {where}";

    private static string NameOf(RunPlan plan, int node) => plan.Instances.FirstOrDefault(one => one.Node == node)?.Name ?? Invariant($"node_{node}");

    // Without a zero's sign.
    private static string Written(Vector3d at, double up) => Invariant($"[{at.X:0.###}, {Math.Round(at.Y + up, 3) + 0.0:0.###}, {at.Z:0.###}]");

    // Along a path things fly, and solvers put them where there is room.
    private static bool IsPutElsewhere(RunPlan plan, string name) =>
        plan.Scenario.Paths.Any(path => GlobPattern.Matches(path.Thing, name))
        || plan.Scenario.Cousins.Placements.Any(placement => GlobPattern.Matches(placement.Key, $"objects.{name}.pose"));

    private static bool IsMoved(RunPlan plan, string name) => plan.Cousins.Space.Draws.Any(draw => draw.Name == $"objects.{name}.yaw_deg" || draw.Name.StartsWith($"objects.{name}.offset_", StringComparison.Ordinal));

    private readonly record struct PlacedObject(AddedObject Added, int Node, bool IsMoved, bool IsDynamic);
}
