using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;

namespace SensorSim.Datasets.Audit;

/// <summary>Objects whose names differ in their number alone, and where samples put them or let them travel.</summary>
/// <param name="Names">"part_*", or the name where there is one object.</param>
/// <param name="Objects">How many.</param>
/// <param name="Samples">Samples that have one.</param>
/// <param name="Fewest">In a sample that has one.</param>
/// <param name="Most">In a sample.</param>
/// <param name="Low">Least coordinates of their origins, or of the points of their paths: world space, metres.</param>
/// <param name="High">Largest coordinates.</param>
/// <param name="Speed">Of paths: m/s; null of poses.</param>
/// <param name="Start">Of paths: when the first point is left, s on the episode's clock; null of poses.</param>
public sealed record SolvedObjects(string Names, int Objects, int Samples, int Fewest, int Most, Vector3d Low, Vector3d High, ValueRange? Speed, ValueRange? Start)
{
    /// <summary>Those that were placed, by name.</summary>
    public static IReadOnlyList<SolvedObjects> PlacedIn(IEnumerable<SampleDraws> samples) => Folded(samples, draw => draw.Position is not null);

    /// <summary>Those that travel, by name.</summary>
    public static IReadOnlyList<SolvedObjects> TravellingIn(IEnumerable<SampleDraws> samples) => Folded(samples, draw => draw.Path is not null);

    private static SolvedObjects[] Folded(IEnumerable<SampleDraws> samples, Func<SolvedDraw, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return [.. samples.SelectMany(sample => sample.Solved.Where(isMeant).Select(draw => (sample.Sample, Draw: draw)))
            .GroupBy(one => NumberedNames.PatternOf(one.Draw.Thing), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Fold(group.Key, [.. group]))];
    }

    private static SolvedObjects Fold(string pattern, (long Sample, SolvedDraw Draw)[] all)
    {
        string[] things = [.. all.Select(one => one.Draw.Thing).Distinct(StringComparer.Ordinal)];
        int[] bySample = [.. all.GroupBy(one => one.Sample).Select(sample => sample.Count())];
        Vector3d[] points = [.. all.SelectMany(one => one.Draw.Path?.Points ?? [one.Draw.Position!.Value])];
        var paths = all.Select(one => one.Draw.Path).OfType<Scenes.Motion.TimedPath>().ToArray();
        return new(
            things.Length == 1 ? things[0] : pattern, things.Length, bySample.Length, bySample.Min(), bySample.Max(), points.Aggregate(Vector3d.Min), points.Aggregate(Vector3d.Max),
            ValueRange.Of(paths.Select(path => path.SpeedMetresPerSecond)), ValueRange.Of(paths.Select(path => path.StartSeconds)));
    }
}
