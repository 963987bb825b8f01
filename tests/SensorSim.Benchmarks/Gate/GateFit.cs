using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;

namespace SensorSim.Benchmarks.Gate;

/// <summary>Where good restyles put the gate's lines: what one in two hundred of them reaches, so that more than 99 of 100 pass elsewhere.</summary>
internal static class GateFit
{
    private const double Share = 0.005;

    /// <summary>A line for each threshold: what good restyles reach, and what is used.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<GateCase> good, GateThresholds used)
    {
        yield return $"| threshold | what 1 in 200 of {good.Count} good restyles reaches | used |";
        yield return "|---|---|---|";
        yield return Line("shift_gain", Highest(good, scores => scores.ShiftGain), used.ShiftGain);
        yield return Line("instance_shift_gain", Highest(good, scores => Worst(scores, used, instance => GainAboveChance(instance, used))), used.InstanceShiftGain);
        yield return Line("shift_share", Highest(good, scores => Worst(scores, used, instance => GainAboveChance(instance, used with { ShiftShare = 0 }) >= used.InstanceShiftGain ? instance.ShiftShare ?? -1 : -1)), used.ShiftShare);
        yield return Line("standing (at least)", -Highest(good, scores => Worst(scores, used, instance => -(instance.Kept + (2 * instance.Agreement)) / 3 ?? -1)), used.Standing);
        yield return Line("inserted_px", Highest(good, scores => scores.InsertedExcess), used.InsertedPx);
        yield return Line("contrast_ratio (at least)", -Highest(good, scores => -scores.ContrastRatio), used.ContrastRatio);
    }

    private static double GainAboveChance(GateInstanceRecord instance, GateThresholds used) =>
        instance.ShiftPx is { } shift && Math.Sqrt((shift[0] * shift[0]) + (shift[1] * shift[1])) >= used.InstanceShiftPx && instance.ShiftShare >= used.ShiftShare ? instance.ShiftGain!.Value - (used.ShiftChance / Math.Sqrt(instance.OutlinePx)) : -1;

    private static double Worst(GateRecord scores, GateThresholds used, Func<GateInstanceRecord, double> measure) =>
        scores.Instances.Where(instance => instance.Agreement is not null && instance.WidthPx >= used.LeastWidthPx).Select(measure).DefaultIfEmpty(-1).Max();

    private static double Highest(IReadOnlyList<GateCase> good, Func<GateRecord, double> measure)
    {
        double[] sorted = [.. good.Select(made => measure(made.Scores)).OrderDescending()];
        return sorted[(int)(Share * sorted.Length)];
    }

    private static string Line(string name, double reached, double used) => reached < 0 ? FormattableString.Invariant($"| {name} | none | {used:0.###} |") : FormattableString.Invariant($"| {name} | {reached:0.###} | {used:0.###} |");
}
