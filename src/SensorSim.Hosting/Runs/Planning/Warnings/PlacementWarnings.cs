using SensorSim.Geometry;
using SensorSim.Scenes.Rays;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Objects that a scenario adds in the air or in others, as the first sample has them.</summary>
/// <param name="sample">The first one.</param>
internal sealed class PlacementWarnings(FirstSample sample)
{
    /// <summary>So many lines are told, and whether there are others: hundreds of objects in one place take a while to look at.</summary>
    private const int MostLines = 10;

    /// <summary>An object so many times as large as all that was there before was made in other units.</summary>
    private const double Outsized = 3;

    /// <summary>Who writes a place so far from the middle, and over nothing, writes it in millimetres.</summary>
    private const double FarMetres = 100;

    /// <summary>What is smaller than a grain of sand was made in other units.</summary>
    private const double UndersizedMetres = 0.001;

    private const int MostLookedAt = 100;

    private readonly Footing _footing = new(sample.Resting);

    /// <summary>Objects that are in the air, or in others.</summary>
    public IEnumerable<PlanWarning> Misplaced()
    {
        PlacedObject[] still = [.. sample.Added.Where(one => !one.IsPutElsewhere)], together = [.. still.Where(one => one.IsInOnePlaceWithItsGroup)];
        IEnumerable<PlanWarning> stepless = together.DistinctBy(one => one.Keys).Select(one => new PlanWarning(one.PlaceAt, $"objects: {one.Name} and all others of its group are in one place: give the group a step"));
        PlanWarning[] lines = [.. stepless.Concat(Lines([.. still.Except(together)])).Take(MostLines + 1)];
        return lines.Length <= MostLines ? lines : lines.Take(MostLines).Append(lines[MostLines] with { Problem = "objects: there are more in the air or in others; put these in their places first" });
    }

    /// <summary>Objects that are too large or too small to be meant. Everything else is in or above the large ones.</summary>
    public IEnumerable<PlanWarning> InOtherUnits()
    {
        double room = sample.Room.LongestSide;
        return from one in sample.Added
               let metres = one.Box.LongestSide
               let line = metres is > 0 and < UndersizedMetres ? Invariant($"{1000 * metres:0.###} mm, less than a grain of sand: look at its scale")
                   : room > 0 && metres > Outsized * room ? Invariant($"{metres:0.#} m, and that of all that was there before {room:0.#} m: {(one.Added.Scale == 1 ? "a file in millimetres needs scale: 0.001" : "look at its scale")}")
                   : null
               where line is not null
               select new PlanWarning(one.Keys.Of("scale", "use"), $"objects: the longest side of {one.Name} is {line}");
    }

    // Of two that are in each other one line: if possible the one that says where to put it.
    private IEnumerable<PlanWarning> Lines(PlacedObject[] still)
    {
        string after = sample.Plan.Scenario.Physics is null ? "" : ". Physics does not push it out: episodes that begin deep in each other are rejected";
        var told = new HashSet<(int, int)>();
        return Floating().Concat(Standing(still)).Concat(Overlapping(still))
            .Where(found => found.Other is not { } other || told.Add((Math.Min(found.One.Node, other), Math.Max(found.One.Node, other))))
            .Take(MostLookedAt)
            .GroupBy(found => (found.One.Keys, found.IsInOther)) // what is counted has its keys together
            .Select(alike => (Found: alike.First(), AreMore: alike.Skip(1).Any()))
            .Select(told => new PlanWarning(told.Found.One.PlaceAt, $"objects: {told.Found.Line}{(told.AreMore ? "; others of the group, too" : "")}{(told.Found.IsInOther ? after : "")}"));
    }

    // What is lowest stands for all of them.
    private IEnumerable<(PlacedObject One, int? Other, bool IsInOther, string Line)> Floating() =>
        from heap in new FloatingHeaps(sample, _footing).All()
        let one = heap.Hanging.Where(one => !one.IsPutElsewhere && !one.IsDynamic).MinBy(one => one.Box.Min.Y)
        where one is not null
        let stand = _footing.Of(one.Node, heap.Nodes)!.Value
        let line = OfStand(one, stand, heap.Hanging)
        where line is not null
        select (one, stand.Node, stand.ClearanceMetres < 0, line);

    private IEnumerable<(PlacedObject One, int? Other, bool IsInOther, string Line)> Standing(PlacedObject[] still) =>
        from one in still
        let stand = _footing.Of(one.Node)
        where stand is not null
        orderby double.IsNegativeInfinity(stand.Value.ClearanceMetres) ? Volume(one.Box) : 0 // of two that are in each other the smaller one was put into the larger
        let line = OfStand(one, stand.Value, [one])
        where line is not null
        select (one, stand.Value.Node, stand.Value.ClearanceMetres < 0, line);

    private IEnumerable<(PlacedObject One, int? Other, bool IsInOther, string Line)> Overlapping(PlacedObject[] still)
    {
        var overlap = new Overlap(sample.Resting);
        HashSet<int> solved = [.. sample.Added.Where(one => one.IsPutElsewhere).SelectMany(one => one.Nodes)];
        return from one in still
               let other = overlap.Of(one.Node)
               where other is not null && !solved.Contains(other.Value)
               select (one, other, true, $"{one.Name} reaches into {sample.NameOf(other.Value)}{one.Advice}");
    }

    // In cubic metres, to the cubic centimetre: two of a kind are alike.
    private static double Volume(Box box) => Math.Round(box.Size.X * box.Size.Y * box.Size.Z, 6);

    private string? OfStand(PlacedObject one, Stand stand, PlacedObject[] heap) => stand.ClearanceMetres switch
    {
        double.NegativeInfinity => $"the middle of {one.Name} is inside {sample.NameOf(stand.Node!.Value)}{one.Advice}",
        < -Footing.TouchMetres and var deep => Invariant($"{one.Name} is {-deep:0.###} m deep in {sample.NameOf(stand.Node!.Value)}{Mended(one, -deep, "upon it")}"),
        > Footing.TouchMetres when one.IsDynamic => null,
        double.PositiveInfinity => OverNothing(one, heap),
        > Footing.TouchMetres and var clear => Invariant($"{one.Name} hangs in the air{Together(one, heap)}, {clear:0.###} m above {sample.NameOf(stand.Node!.Value)}{Mended(one, -clear, "there")}"),
        _ => null,
    };

    private string OverNothing(PlacedObject one, PlacedObject[] heap)
    {
        string where = _footing.Above(one.Node) is { } above ? $"is below {sample.NameOf(above)}, and nothing is below it" : $"hangs in the air{Together(one, heap)} with nothing below it";
        return $"{one.Name} {where}{one.Advice}{(Math.Max(Math.Abs(one.Added.At.X), Math.Abs(one.Added.At.Z)) > FarMetres ? ". Places are in metres" : "")}";
    }

    private static string Together(PlacedObject one, PlacedObject[] heap) => heap.Where(other => other != one).ToArray() switch
    {
        [] => "",
        [var other] => $" together with {other.Name}",
        [var other, .. var more] => Invariant($" together with {other.Name} and {more.Length} more"),
    };

    // Where samples shift it, or its place is counted from another's, no one place is right.
    private static string Mended(PlacedObject one, double up, string where) => one.IsShiftedBySamples || one.IsCounted ? one.Advice : $": at: {Written(one.Added.At, up)} would put it {where}";

    // Without a zero's sign.
    private static string Written(Vector3d at, double up) => Invariant($"[{at.X:0.###}, {Math.Round(at.Y + up, 3) + 0.0:0.###}, {at.Z:0.###}]");
}
