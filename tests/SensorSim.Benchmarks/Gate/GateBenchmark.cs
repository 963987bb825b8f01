using SensorSim.Datasets.Preservation;
using SensorSim.Restyles;

namespace SensorSim.Benchmarks.Gate;

/// <summary>The label gate's calibration: renders frames, restyles them well and badly, says what good ones reach on one half of the scenes, and judges the other half.</summary>
internal static class GateBenchmark
{
    /// <summary>Lines of the tables in docs/style.md.</summary>
    /// <param name="options">A folder that keeps the frames, else a temporary one.</param>
    public static IEnumerable<string> Run(string[] options)
    {
        string folder = options is [string kept, ..] ? kept : Directory.CreateTempSubdirectory("sensorsim-gate-").FullName;
        try
        {
            foreach (string line in Lines(GateFrames.In(folder)))
                yield return line;
        }
        finally
        {
            if (options.Length == 0)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static string Own(GateCase made) => made.Scores.Instances.FirstOrDefault(instance => instance.InstanceId == made.InstanceId) is { } own
        ? FormattableString.Invariant($"outline {own.OutlinePx}, width {own.WidthPx:F1}, kept {own.Kept:F2}, agreement {own.Agreement:F2}, gain {own.ShiftGain:F2}")
        : FormattableString.Invariant($"excess {made.Scores.InsertedExcess:F0}");

    private static IEnumerable<string> Lines(List<SourceFrame> frames)
    {
        var thresholds = new GateThresholds();
        var making = new GateCases(new(thresholds), frames);
        List<GateCase> fitted = [], judged = [];
        var gate = new PreservationGate(thresholds);
        foreach (SourceFrame frame in frames)
        {
            gate.Measure(frame.Styled(frame.Rgb));
            TimeSpan start = Environment.CpuUsage.TotalTime;
            gate.Measure(frame.Styled(frame.Rgb));
            double milliseconds = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
            List<GateCase> cases = [.. making.Of(frame)];
            (GateFrames.IsFitted(frame.Scene) ? fitted : judged).AddRange(cases);
            yield return FormattableString.Invariant($"{frame.Scene}, frame {frame.Number}, {frame.Rgb.Width}x{frame.Rgb.Height}, {cases.Count} cases; the gate takes {milliseconds:F0} ms of one core");
            foreach (GateCase wrong in cases.Where(made => (made.Kind == "good") == GateTable.IsCaught(made, thresholds) && (made.Kind == "good" || (made.Contrast >= 0.1 && made.AreaPx >= 400 && GateTable.IsJudged(made, thresholds) && made.Detail != "1"))))
                yield return FormattableString.Invariant($"  {wrong.Kind} {wrong.Detail} on {wrong.Style}, object {wrong.InstanceId}, {wrong.AreaPx} px, contrast {wrong.Contrast:F2}, {Own(wrong)}: {string.Join("; ", GateVerdict.Of(wrong.Scores, wrong.Frame, thresholds).Select(failure => failure.Detail))}");
        }

        yield return "";
        yield return "| threshold | what 1 in 500 good restyles reaches | used |";
        yield return "|---|---|---|";
        foreach (string line in GateFit.Lines([.. fitted.Where(made => made.Kind == "good")], thresholds))
            yield return line;
        yield return "";
        yield return $"Not fitted on: {string.Join(", ", GateFrames.Scenes.Where(scene => !GateFrames.IsFitted(scene)))}";
        yield return "";
        foreach (string line in GateTable.Lines(judged, thresholds))
            yield return line;
        yield return "";
        yield return "Fitted on:";
        yield return "";
        foreach (string line in GateTable.Lines(fitted, thresholds))
            yield return line;
    }
}
