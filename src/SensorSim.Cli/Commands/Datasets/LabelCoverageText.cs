using System.Globalization;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary>What the labels of a dataset cover, as tables.</summary>
internal static class LabelCoverageText
{
    /// <param name="output">Gets the tables.</param>
    /// <param name="labels">What to print.</param>
    /// <param name="all">Also what of each category is never seen.</param>
    public static void Write(TextWriter output, LabelCoverage labels, bool all)
    {
        if (labels.Frames == 0)
        {
            output.WriteLine("no frame is left whose labels could be counted");
            return;
        }

        output.WriteLine("labels of visible objects, by category:");
        var counts = new TextTable("category", "objects", "frames", "small/medium/large", "box side, px", "visibility", "truncated", "distance, m");
        foreach (CategoryCoverage category in labels.Categories)
        {
            counts.Add(
                category.Name, Quantity.Count(category.Objects), Quantity.Count(category.Frames), category.Objects == 0 ? "" : string.Join(" / ", category["area"].Bins.Select(bin => Share(bin.Count, category.Objects))),
                Spread(category["box_side"]), Spread(category["visibility"]), Share(category["truncation"].Measured - category["truncation"].CountOf("none"), category.Objects), Spread(category["distance"]));
        }

        counts.WriteTo(output, indent: 2);
        output.WriteLine("(box side, visibility and distance: smallest, median, largest)");
        if (all) WriteGaps(output, labels.Categories);
        else if (labels.Categories.Any(category => GapsOf(category).Length > 0)) output.WriteLine("(what is never seen of each category: --all)");
    }

    private static void WriteGaps(TextWriter output, IReadOnlyList<CategoryCoverage> categories)
    {
        var gaps = new TextTable("category", "never seen");
        foreach (CategoryCoverage category in categories)
        {
            string[] parts = GapsOf(category);
            if (parts.Length > 0) gaps.Add(category.Name, string.Join("; ", parts));
        }

        if (!gaps.IsEmpty) gaps.WriteTo(output, indent: 2);
    }

    private static string[] GapsOf(CategoryCoverage category) =>
        category.Objects == 0 ? ["at all"] : [.. category.Distributions.Where(distribution => distribution.Name != "box_side").Select(Gap).OfType<string>()];

    // What is there is named where that is shorter.
    private static string? Gap(LabelDistribution distribution) =>
        distribution.MissingLabel is { } label ? $"{distribution.Name} unknown, the records have no {label}"
        : distribution.Gaps.Count == 0 ? null
        : distribution.Bins.Where(bin => bin.Count > 0).ToArray() is [var only] && distribution.Gaps.Count > 2 ? $"{distribution.Name} other than {only.Label}"
        : $"{distribution.Name} {string.Join(", ", distribution.Gaps)}";

    private static string Spread(LabelDistribution distribution) =>
        distribution.Quantiles is { } q ? $"{Short(q.Minimum)}, {Short(q.Median)}, {Short(q.Maximum)}" : "";

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    private static string Share(long part, long whole) => whole == 0 ? "" : Quantity.Share((double)part / whole);
}
