using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;
using SensorSim.Scenes.Coverage;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary>A draw, or some that are alike, as a row of a table.</summary>
/// <param name="Labels">Of the bins.</param>
/// <param name="Coverage">Of the draw; of several, of the one that is covered least.</param>
internal sealed record DrawRow(IReadOnlyList<string> Labels, ParameterCoverage Coverage)
{
    private IReadOnlyList<ParameterCoverage> _all = [Coverage];

    /// <summary>Draws of one kind differ in the number of their name alone, and have the same bins.</summary>
    public string Kind => $"{NumberedNames.PatternOf(Coverage.Name)}\n{Quantity.Count(Coverage.FeasibleBins)}\n{string.Join('\n', Labels)}";

    /// <summary>"lights.lamp.intensity", "objects.box_*.yaw_deg (80)".</summary>
    public string Name => _all.Count == 1 ? Coverage.Name : $"{NumberedNames.PatternOf(Coverage.Name)} ({Quantity.Count(_all.Count)})";

    /// <summary>Name, bins, share of them that is covered, samples in each, widest gap.</summary>
    public string[] Cells =>
    [
        Name, Quantity.Count(Coverage.FeasibleBins), Range(_all.Select(one => one.Share), Quantity.Share), string.Join(", ", Labels.Select((label, bin) => $"{label}: {Range(_all.Select(one => one.Counts[bin]), count => Quantity.Count(count))}")),
        _all.Select(one => one.WidestGap).OfType<ProbabilityGap>().Select(gap => gap.Probability).ToArray() is { Length: > 0 } gaps ? Range(gaps, Quantity.Share) : "",
    ];

    /// <summary>One row of draws of one kind.</summary>
    public static DrawRow Of(IReadOnlyList<DrawRow> alike)
    {
        DrawRow least = alike.MinBy(row => row.Coverage.Share)!;
        return least with { _all = [.. alike.Select(row => row.Coverage)] };
    }

    private static string Range<T>(IEnumerable<T> numbers, Func<T, string> text)
    {
        (string least, string most) = (text(numbers.Min()!), text(numbers.Max()!));
        return least == most ? least : $"{least} to {most}";
    }
}
