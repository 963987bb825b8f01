using SensorSim.Datasets.Preservation;
using SensorSim.Restyles;

namespace SensorSim.Benchmarks.Gate;

/// <summary>The label gate's calibration: renders frames, restyles them well and badly, says what good ones reach on some scenes, and judges others.</summary>
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

    private static IEnumerable<string> Lines(List<SourceFrame> frames)
    {
        var thresholds = new GateThresholds();
        yield return GateSpeed.Line(frames, new(thresholds));
        var making = new GateCases(new(thresholds), frames);
        List<GateCase> fitted = [], judged = [];
        foreach ((SourceFrame frame, List<GateCase> cases) in frames.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(frame => (frame, making.Of(frame).ToList())))
        {
            (GateFrames.IsFitted(frame.Scene) ? fitted : judged).AddRange(cases);
            yield return $"{frame.Scene}, frame {frame.Number}, {frame.Rgb.Width}x{frame.Rgb.Height}, {cases.Count} cases";
            foreach (GateCase wrong in cases.Where(made => IsWrong(made, thresholds)))
                yield return $"  {Description(wrong, thresholds)}";
        }

        foreach (string line in GateFit.Lines([.. fitted.Where(made => made.Kind == "good")], thresholds).Append("").Append($"Not fitted on: {string.Join(", ", GateFrames.Judging)}").Append(""))
            yield return line;
        foreach (string line in GateTable.Lines(judged, thresholds).Append("").Append("Fitted on:").Append("").Concat(GateTable.Lines(fitted, thresholds)))
            yield return line;
    }

    // Those that the table counts at 0.1 or more.
    private static bool IsWrong(GateCase made, GateThresholds thresholds) => made.Kind == "good"
        ? GateTable.IsCaught(made, thresholds)
        : made.Contrast >= 0.1 && made.AreaPx >= 400 && made.Detail != "1" && GateTable.IsJudged(made, thresholds) && !GateTable.IsCaught(made, thresholds);

    private static string Description(GateCase made, GateThresholds thresholds)
    {
        string own = made.Scores.Instances.FirstOrDefault(instance => instance.InstanceId == made.InstanceId) is { } found
            ? FormattableString.Invariant($"outline {found.OutlinePx}, width {found.WidthPx:F1}, kept {found.Kept:F2}, agreement {found.Agreement:F2}, gain {found.ShiftGain:F2}, share {found.ShiftShare:F2}")
            : FormattableString.Invariant($"excess {made.Scores.InsertedExcess:F0}");
        return FormattableString.Invariant($"{made.Kind} {made.Detail} on {made.Style}, object {made.InstanceId}, {made.AreaPx} px, contrast {made.Contrast:F2}, {own}: {string.Join("; ", GateVerdict.Of(made.Scores, made.Frame, thresholds).Select(failure => failure.Detail))}");
    }
}
