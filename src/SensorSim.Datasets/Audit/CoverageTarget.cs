using System.Globalization;
using SensorSim.Scenes.Coverage;

namespace SensorSim.Datasets.Audit;

/// <summary>A wanted total t-way coverage, held against a dataset.</summary>
/// <param name="Share">Wanted, above 0 to 1.</param>
/// <param name="Strength">Draws that are combined.</param>
/// <param name="Verdict">Whether it is reached.</param>
/// <param name="Reason">In a sentence.</param>
public sealed record CoverageTarget(double Share, int Strength, CoverageVerdict Verdict, string Reason)
{
    /// <param name="share">Wanted, above 0 to 1.</param>
    /// <param name="strength">Draws that are combined; all together where there are fewer.</param>
    /// <param name="report">What the dataset covers.</param>
    public static CoverageTarget Of(double share, int strength, CoverageReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        strength = Math.Min(strength, Math.Max(report.Ranges.Parameters.Count, 1));
        return report.Tuples.FirstOrDefault(tuples => tuples.Strength == strength) is { FeasibleTuples: > 0 } found
            ? Judge(share, found, report.Samples)
            : new(share, strength, CoverageVerdict.InsufficientEvidence, report.Omitted.Count > 0 ? string.Join(" ", report.Omitted) : "the scenario draws nothing");
    }

    // A sample has one tuple of each choice of draws.
    private static CoverageTarget Judge(double share, TupleCoverage found, int samples)
    {
        double possible = Math.Min(1, (double)samples * found.Combinations / found.FeasibleTuples);
        string has = $"{Percent(found.TotalShare)} of the {found.Strength}-way combinations of bins occur, {Percent(share)} are wanted";
        return found.TotalShare >= share ? new(share, found.Strength, CoverageVerdict.Accept, has)
            : possible < share ? new(share, found.Strength, CoverageVerdict.InsufficientEvidence, string.Create(CultureInfo.InvariantCulture, $"{has}, and {samples} samples cannot have more than {Percent(possible)}"))
            : new(share, found.Strength, CoverageVerdict.Reject, has);
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");
}
