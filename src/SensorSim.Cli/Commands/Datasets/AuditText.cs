using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Audit;
using SensorSim.Datasets.Storage;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary>An audit for a person: sentences and tables.</summary>
internal static class AuditText
{
    /// <param name="terminal">Gets them.</param>
    /// <param name="audit">What to print.</param>
    /// <param name="all">Also what is never seen.</param>
    public static void Write(Terminal terminal, DatasetAudit audit, bool all)
    {
        WriteContent(terminal.Out, audit.Content, all);
        if (audit.Coverage is { } coverage) ScenarioCoverageText.Write(terminal, coverage, audit.Dataset);
        else WriteDraws(terminal.Out, audit.Content);
        SolvedObjectsText.Write(terminal.Out, audit.Content.Draws);
        if (audit.Content.Redrawn.Line is { } redrawn) terminal.Out.WriteLine(redrawn);
        if (audit.Target is { } target) terminal.Out.WriteLine($"{Words(target.Verdict)}: {target.Reason}");
    }

    private static void WriteContent(TextWriter output, DatasetContent content, bool all)
    {
        ScenarioIdentity scenario = content.Description.Plan.Scenario;
        string empty = content.Labels.EmptyFrames == 0 ? "" : $"; {Quantity.Of(content.Labels.EmptyFrames, "frame")} without any visible object";
        output.WriteLine($"{scenario.Id} {scenario.Version}: {Quantity.Of(content.Labels.Frames, "frame")} of {Quantity.Of(content.Draws.Count, "sample")}{empty}");
        foreach (FailureModeCount mode in content.FailureModes) output.WriteLine(Words(mode));
        foreach (StyleUse style in content.Styles) output.WriteLine(Words(style));
        if (content.Description.Tasks is { } tasks) output.WriteLine($"task: {tasks.Text}");
        LabelCoverageText.Write(output, content.Labels, all);
    }

    private static void WriteDraws(TextWriter output, DatasetContent content)
    {
        if (content.Draws.All(sample => sample.Values.Count == 0)) return;
        output.WriteLine("what samples drew (bins, combinations, whether the target is met and what to render next: with --scenario FILE):");
        RecordedDrawText.Write(output, RecordedDraw.Of(content.Draws));
    }

    private static string Words(FailureModeCount mode)
    {
        string rejected = mode.Rejected == 0 ? "" : $"; {Quantity.Of(mode.Rejected, "frame")} rejected and not counted";
        return $"failure mode {mode.FailureMode ?? "(none: a run without a scenario's intent)"}: {Quantity.Of(mode.Frames, "frame")}, {Quantity.Of(mode.Samples, "sample")}{rejected}";
    }

    // Textures are restyled before anything is rendered: there is nothing to judge.
    private static string Words(StyleUse style)
    {
        string judged = style.Stage == StyleRecord.Textures ? "" : $"; label gate: {style.Passed} pass, {style.Failed} fail, {style.Unjudged} not looked at";
        return $"style {style.Use} {style.Version} ({style.Nature}, {style.Stage}): {Quantity.Of(style.Frames, "frame")}{judged}";
    }

    private static string Words(CoverageVerdict verdict) => verdict switch
    {
        CoverageVerdict.Accept => "accept",
        CoverageVerdict.Reject => "reject",
        _ => "insufficient evidence",
    };
}
