using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Audit;
using SensorSim.Datasets.Storage;

namespace SensorSim.Cli.Commands;

/// <summary><c>audit</c>: what a dataset covers, and what it lacks.</summary>
internal sealed class AuditCommand : CliCommand
{
    private readonly Argument<string> _dataset = new("DATASET") { Description = "folder of the dataset" };
    private readonly Option<string?> _report = new("--report") { Description = "also write the result there, a .json file", HelpName = "FILE" };
    private readonly Option<bool> _json = SharedOptions.Json();

    public AuditCommand(Terminal terminal)
        : base(
            terminal, "audit", "what a dataset covers: sizes, visibility, distances and views of each category, and what is never seen",
            new Example("sensorsim audit out/quickstart", "what do the labels cover?"),
            new Example("sensorsim audit out/quickstart --report audit.json", "and keep it"))
    {
        Add(_dataset);
        foreach (Option option in (Option[])[_report, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(cancellation =>
    {
        OutputFile? file = ReportFile(arguments.GetValue(_report));
        var dataset = DatasetReader.Open(arguments.GetRequiredValue(_dataset));
        DatasetContent content = Read(dataset, cancellation);
        JsonObject document = DatasetContentJson.Of(content);
        file?.Write(JsonOutput.TextOf(document) + "\n");
        if (arguments.GetValue(_json)) JsonOutput.Write(Terminal.Out, document);
        else Write(content);
        return ExitCode.Done;
    });

    private static OutputFile? ReportFile(string? path) => path is not null && DatasetReader.Enclosing(path) is { } dataset
        ? throw new UsageException($"--report {path}: this place belongs to the dataset {dataset}, which would not verify any more; choose another")
        : OutputFile.Of("--report", path, ".json");

    private DatasetContent Read(DatasetReader dataset, CancellationToken cancellation)
    {
        using var display = ProgressDisplay.Start(Terminal, "frames", dataset.Description.Counts.Frames);
        return DatasetContent.Read(dataset, new DisplayProgress(display), cancellation);
    }

    private void Write(DatasetContent content)
    {
        ScenarioIdentity scenario = content.Description.Plan.Scenario;
        string empty = content.Labels.EmptyFrames == 0 ? "" : $"; {Quantity.Of(content.Labels.EmptyFrames, "frame")} without any visible object";
        Terminal.Out.WriteLine($"{scenario.Id} {scenario.Version}: {Quantity.Of(content.Labels.Frames, "frame")} of {Quantity.Of(content.Draws.Count, "sample")}{empty}");
        foreach (FailureModeCount mode in content.FailureModes) Terminal.Out.WriteLine(Words(mode));
        LabelCoverageText.Write(Terminal.Out, content.Labels);
        if (content.Draws.Any(sample => sample.Values.Count > 0)) Terminal.Out.WriteLine("what samples drew:");
        RecordedDrawText.Write(Terminal.Out, RecordedDraw.Of(content.Draws));
    }

    private static string Words(FailureModeCount mode)
    {
        string rejected = mode.Rejected == 0 ? "" : $"; {Quantity.Of(mode.Rejected, "frame")} rejected and not counted";
        return $"failure mode {mode.FailureMode ?? "(none: a run without a scenario's intent)"}: {Quantity.Of(mode.Frames, "frame")}, {Quantity.Of(mode.Samples, "sample")}{rejected}";
    }
}
