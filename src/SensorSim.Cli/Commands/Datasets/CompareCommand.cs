using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Styles;
using SensorSim.Scenes.Images;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary><c>compare</c>: before and after a style, with the label gate.</summary>
internal sealed class CompareCommand : CliCommand
{
    private const string Legend = "where the gate disagrees (red: unexplained; blue: an outline that is lost; yellow: a new edge)";

    private readonly Argument<string> _before = new("A") { Description = "dataset with the pictures that its labels were made with" };
    private readonly Argument<string> _after = new("B") { Description = "dataset with the same labels and other pictures, as restyle makes it" };
    private readonly Option<string?> _out = new("--out", "-o") { Description = "sheet of pictures: before and after with outlines of the labels, and " + Legend, HelpName = "FILE.png" };
    private readonly Option<string[]> _frames = new("--frame") { Description = "only this frame; may be repeated", HelpName = "NAME", DefaultValueFactory = _ => [] };
    private readonly Option<int?> _rows = NumberOption.Of<int>("--rows", "frames on the sheet, those that fail first (default: 6)", min: 1);
    private readonly Option<bool> _json = SharedOptions.Json();

    public CompareCommand(Terminal terminal)
        : base(
            terminal, "compare", "show a dataset before and after a style: what the label gate measures, and a sheet of pictures (exit 4 when a frame fails)",
            new Example("sensorsim compare out/quickstart out/quickstart-color --out sheet.png", "the worst six frames"),
            new Example("sensorsim compare out/a out/b --frame 000000_0000_front --out sheet.png", "one of them"))
    {
        Add(_before);
        Add(_after);
        foreach (Option option in (Option[])[_out, _frames, _rows, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(stop =>
    {
        string? path = arguments.GetValue(_out);
        var sheet = OutputFile.Of("--out", path, ".png");
        DatasetReader before = DatasetReader.Open(arguments.GetRequiredValue(_before)), after = DatasetReader.Open(arguments.GetRequiredValue(_after));
        foreach (DatasetReader dataset in (DatasetReader[])[before, after]) WrittenRecords.Require(dataset);
        using LabelGate gate = LabelGate.OfDataset(after.Description);
        var comparison = new DatasetComparison(before, after, gate);
        var frames = new List<FrameComparison>();
        foreach (FrameComparison frame in comparison.Frames(arguments.GetValue(_frames)!))
        {
            stop.ThrowIfCancellationRequested();
            frames.Add(frame);
        }

        Report(frames, arguments.GetValue(_json));
        if (sheet is not null)
        {
            FrameComparison[] worst = [.. frames.OrderByDescending(frame => frame.Gate.Failures.Count).Take(arguments.GetValue(_rows) ?? 6)];
            sheet.Write(SheetOf(comparison, worst));
            Terminal.Say($"{path}, from the top: {string.Join(", ", worst.Select(frame => frame.Before.Frame))}; from the left: before, after, {Legend}");
        }

        return frames.All(frame => frame.Gate.Failures.Count == 0) ? ExitCode.Done : ExitCode.Rejected;
    });

    private static byte[] SheetOf(DatasetComparison comparison, FrameComparison[] frames) => PngEncoder.Encode(Mosaic.Column([.. frames.Select(comparison.Row)]));

    private void Report(List<FrameComparison> frames, bool asJson)
    {
        if (asJson)
        {
            JsonOutput.Write(Terminal.Out, new JsonObject { ["frames"] = JsonOutput.Array(frames, ToJson) });
            return;
        }

        var table = new TextTable("frame", "gate", "shift px", "contrast", "ssim", "edges found", "what fails");
        foreach (FrameComparison frame in frames)
        {
            GateRecord gate = frame.Gate;
            table.Add(
                frame.Before.Frame, gate is { Failures.Count: 0, JudgedObjects: 0 } ? "pass (nothing to judge)" : gate.Verdict, Pixels(gate.ShiftPx), Number(gate.ContrastRatio), Number(gate.Ssim),
                Number(gate.EdgesAfter.Recall2), string.Join("; ", gate.Failures.Select(failure => $"{failure.Kind}: {failure.Detail}")));
        }

        table.WriteTo(Terminal.Out);
        Terminal.Say(frames.Count == 0 ? "no frames" : $"{frames.Count(frame => frame.Gate.Failures.Count == 0)} of {frames.Count} pass");
    }

    // The search for a shift knows tenths of a pixel at best.
    private static string Pixels(IReadOnlyList<double> shift) => Math.Sqrt((shift[0] * shift[0]) + (shift[1] * shift[1])).ToString("F1", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static JsonObject ToJson(FrameComparison frame) => new()
    {
        ["frame"] = frame.Before.Frame,
        ["verdict"] = frame.Gate.Verdict,
        ["judged_objects"] = frame.Gate.JudgedObjects,
        ["shift_px"] = new JsonArray([.. frame.Gate.ShiftPx.Select(pixels => (JsonNode)pixels)]),
        ["contrast_ratio"] = frame.Gate.ContrastRatio,
        ["ssim"] = frame.Gate.Ssim,
        ["edge_recall_2px"] = frame.Gate.EdgesAfter.Recall2,
        ["failures"] = JsonOutput.Array(frame.Gate.Failures, failure => new JsonObject { ["kind"] = failure.Kind, ["instance_id"] = failure.InstanceId, ["detail"] = failure.Detail }),
    };
}
