using SensorSim.Geometry;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>Objects that a scenario adds in the air or in others, where neither physics nor a draw nor a path puts them elsewhere.</summary>
internal static class PlacementWarnings
{
    /// <summary>So many lines are told; of the other objects their number.</summary>
    private const int MostLines = 5;

    public static IEnumerable<string> Of(RunPlan plan)
    {
        AddedObject[] still = plan.Scenario.Physics is null ? [.. plan.Scene.Additions.Objects.Where(added => !IsPutElsewhere(plan, added.Name))] : [];
        if (still.Length == 0)
        {
            return [];
        }

        Scene scene = plan.Scene.Scene;
        var footing = new Footing(scene);
        Dictionary<string, int> nodes = scene.Nodes.Index().Where(node => node.Item.Name is not null).DistinctBy(node => node.Item.Name, StringComparer.Ordinal).ToDictionary(node => node.Item.Name!, node => node.Index, StringComparer.Ordinal);
        string[] lines = [.. still.Select(added => footing.Of(nodes[added.Name]) is { } stand ? Line(scene, added, stand) : null).OfType<string>()];
        return lines.Length <= MostLines ? lines : lines.Take(MostLines).Append(Invariant($"objects: so it is with {lines.Length - MostLines} more"));
    }

    private static string? Line(Scene scene, AddedObject added, Stand stand)
    {
        string other = stand.Node is { } node ? scene.Nodes[node].Name ?? Invariant($"node_{node}") : "nothing";
        return stand.ClearanceMetres switch
        {
            double.NegativeInfinity => $"objects: {added.Name} is inside {other}; physics would push it out, and without physics it stays there",
            double.PositiveInfinity => $"objects: {added.Name} hangs in the air with nothing below it",
            > Footing.TouchMetres and var clear => Invariant($"objects: {added.Name} hangs in the air, {clear:0.###} m above {other}: at: {Written(added.At, -clear)} would put it there"),
            < -Footing.TouchMetres and var deep => Invariant($"objects: {added.Name} is {-deep:0.###} m deep in {other}: at: {Written(added.At, -deep)} would put it upon it"),
            _ => null,
        };
    }

    private static string Written(Vector3d at, double up) => Invariant($"[{at.X:0.###}, {at.Y + up:0.###}, {at.Z:0.###}]");

    private static bool IsPutElsewhere(RunPlan plan, string name) =>
        plan.Scenario.Paths.Any(path => GlobPattern.Matches(path.Thing, name))
        || plan.Scenario.Cousins.Placements.Any(placement => GlobPattern.Matches(placement.Key, $"objects.{name}.pose"))
        || plan.Cousins.Space.Draws.Any(draw => draw.Name.StartsWith($"objects.{name}.", StringComparison.Ordinal));
}
