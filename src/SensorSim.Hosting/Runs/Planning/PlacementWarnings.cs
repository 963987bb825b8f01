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
    /// <summary>So many objects are told, and whether there are others: hundreds in one place take a while to look at.</summary>
    private const int MostLines = 5;

    public static IEnumerable<string> Of(RunPlan plan)
    {
        AddedObject[] still = [.. plan.Scene.Additions.Objects.Where(added => !IsPutElsewhere(plan, added.Name))];
        if (still.Length == 0)
        {
            return [];
        }

        Scene scene = plan.Scene.Scene;
        var resting = new RestingScene(scene);
        (var footing, var overlap) = (new Footing(resting), new Overlap(resting));
        Dictionary<string, int> nodes = scene.Nodes.Index().Where(node => node.Item.Name is not null).DistinctBy(node => node.Item.Name, StringComparer.Ordinal).ToDictionary(node => node.Item.Name!, node => node.Index, StringComparer.Ordinal);
        string[] lines = [.. still.Select(added => Line(plan, added, footing.Of(nodes[added.Name]), overlap.Of(nodes[added.Name]))).OfType<string>().Take(MostLines + 1)];
        return lines.Length <= MostLines ? lines : lines.Take(MostLines).Append("objects: so it is with others, too");
    }

    private static string? Line(RunPlan plan, AddedObject added, Stand? stand, int? cut)
    {
        string? first = stand is { } found ? OfStand(plan, added, found) : null;
        string? also = cut is { } other && other != stand?.Node ? NameOf(plan, other) : null;
        string? line = first is null ? also is null ? null : $"{added.Name} reaches into {also}" : also is null ? first : $"{first}; it reaches into {also}, too";
        return line is null ? null : $"objects: {line}{(plan.Scenario.Physics is null ? "" : ". Physics does not push it out: episodes that begin deep in each other are rejected")}";
    }

    private static string? OfStand(RunPlan plan, AddedObject added, Stand stand) => stand.ClearanceMetres switch
    {
        double.NegativeInfinity => $"{added.Name} is inside {NameOf(plan, stand.Node!.Value)}",
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
