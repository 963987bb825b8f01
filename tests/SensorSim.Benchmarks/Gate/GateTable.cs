using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;

namespace SensorSim.Benchmarks.Gate;

/// <summary>What the gate says of cases that nothing was fitted on.</summary>
internal static class GateTable
{
    private static readonly double[] _contrasts = [0.03, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 1];
    private static readonly int[] _areas = [100, 200, 400, 1000, 2500, 5000];

    public static IEnumerable<string> Lines(IReadOnlyList<GateCase> cases, GateThresholds thresholds) =>
        Claims(cases, thresholds).Append("").Concat(Good(cases, thresholds)).Append("").Concat(Damage(cases, "shift", "Whole image shifted", thresholds)).Append("").Concat(Damage(cases, "object shift", "Object shifted", thresholds)).Append("")
            .Concat(Damage(cases, "erase", "Object erased", thresholds)).Append("").Concat(Insertions(cases, thresholds));

    /// <summary>Whether a case fails the gate.</summary>
    public static bool IsCaught(GateCase made, GateThresholds thresholds) => FailuresOf(made, thresholds).Count > 0;

    /// <summary>Whether the object that a case is about stands out along enough of an outline of its own.</summary>
    public static bool IsJudged(GateCase made, GateThresholds thresholds) =>
        made.InstanceId < 0 || made.Scores.Instances.Any(one => one.InstanceId == made.InstanceId && one.Agreement is not null && one.WidthPx >= thresholds.LeastWidthPx);

    // The least contrast from which on 99 of 100 are caught.
    private static IEnumerable<string> Claims(IReadOnlyList<GateCase> cases, GateThresholds thresholds)
    {
        yield return "| 99 % are caught | from a contrast of | cases | caught |";
        yield return "|---|---|---|---|";
        foreach ((string title, Func<GateCase, bool> isMeant) in new (string, Func<GateCase, bool>)[]
        {
            ("image shifted by 2 px", made => made is { Kind: "shift", Detail: "2" }),
            ("object shifted by 2 px", made => made is { Kind: "object shift", Detail: "2", AreaPx: >= 400 } && IsJudged(made, thresholds)),
            ("object erased", made => made is { Kind: "erase", AreaPx: >= 400 } && IsJudged(made, thresholds)),
            ("object put in, 400 px and more", made => made is { Kind: "insert", AreaPx: >= 400 }),
        })
        {
            List<GateCase> meant = [.. cases.Where(isMeant)];
            double[] bounds = [.. _contrasts.Zip(_contrasts.Skip(1)).Where(band => meant.Exists(made => made.Contrast >= band.First && made.Contrast < band.Second)).Select(band => band.First)];
            double least = bounds.FirstOrDefault(bound => meant.Count(made => made.Contrast >= bound && IsCaught(made, thresholds)) >= 0.99 * meant.Count(made => made.Contrast >= bound), double.PositiveInfinity);
            List<GateCase> above = [.. meant.Where(made => made.Contrast >= least)];
            yield return above.Count == 0 ? $"| {title} | none | | |" : FormattableString.Invariant($"| {title} | {least} | {above.Count} of {meant.Count} | {Caught(above, thresholds)} |");
        }
    }

    private static IReadOnlyList<GateFailureRecord> FailuresOf(GateCase made, GateThresholds thresholds) => GateVerdict.Of(made.Scores, made.Frame, thresholds);

    private static IEnumerable<string> Good(IReadOnlyList<GateCase> cases, GateThresholds thresholds)
    {
        yield return "| texture only | frames | passed | failed for |";
        yield return "|---|---|---|---|";
        var good = cases.Where(made => made.Kind == "good").ToList();
        foreach (IGrouping<string, GateCase> style in good.GroupBy(made => made.Style, StringComparer.Ordinal).Append(good.GroupBy(_ => "all", StringComparer.Ordinal).Single()))
        {
            var failed = style.SelectMany(made => FailuresOf(made, thresholds).Select(failure => failure.Kind).Distinct(StringComparer.Ordinal)).GroupBy(kind => kind, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Count()}");
            yield return $"| {style.Key} | {style.Count()} | {Share(style.Where(made => !IsCaught(made, thresholds)).Count(), style.Count())} | {string.Join(", ", failed)} |";
        }
    }

    private static IEnumerable<string> Damage(IReadOnlyList<GateCase> cases, string kind, string title, GateThresholds thresholds)
    {
        List<GateCase> made = [.. cases.Where(one => one.Kind == kind && (kind == "shift" || (one.AreaPx >= 400 && IsJudged(one, thresholds))))];
        string[] details = [.. made.Select(one => one.Detail).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        yield return $"| {title}: contrast | {string.Join(" | ", details.Select(detail => detail.Length > 0 ? $"{detail} px" : "caught"))} |";
        yield return $"|---{string.Concat(details.Select(_ => "|---"))}|";
        int left = cases.Count(one => one.Kind == kind && kind != "shift" && one.AreaPx >= 400) - made.Count;
        for (int k = 0; k + 1 < _contrasts.Length; k++)
        {
            var row = made.Where(one => one.Contrast >= _contrasts[k] && one.Contrast < _contrasts[k + 1]).ToList();
            if (row.Count > 0)
                yield return $"| {Band(_contrasts[k], _contrasts[k + 1])} | {string.Join(" | ", details.Select(detail => Caught(row.Where(one => one.Detail == detail), thresholds)))} |";
        }

        if (left > 0)
            yield return $"Left out: {left} of {left + made.Count}, whose outline is too short or thin, or does not stand out.";
    }

    private static IEnumerable<string> Insertions(IReadOnlyList<GateCase> cases, GateThresholds thresholds)
    {
        double[] contrasts = [.. cases.Where(made => made.Kind == "insert").Select(made => made.Contrast).Distinct().Order()];
        yield return $"| Object put in: area | {string.Join(" | ", contrasts.Select(contrast => FormattableString.Invariant($"contrast {contrast}")))} |";
        yield return $"|---{string.Concat(contrasts.Select(_ => "|---"))}|";
        foreach (int area in _areas)
            yield return $"| {area} px | {string.Join(" | ", contrasts.Select(contrast => Caught(cases.Where(made => made.Kind == "insert" && made.AreaPx == area && made.Contrast == contrast), thresholds)))} |";
    }

    private static string Caught(IEnumerable<GateCase> cases, GateThresholds thresholds)
    {
        GateCase[] some = [.. cases];
        return some.Length == 0 ? "" : Share(some.Count(made => IsCaught(made, thresholds)), some.Length);
    }

    private static string Share(int part, int whole) => FormattableString.Invariant($"{100.0 * part / whole:0.#} % of {whole}");

    private static string Band(double low, double high) => high >= 1 ? FormattableString.Invariant($"{low} and more") : FormattableString.Invariant($"{low} to {high}");
}
