using System.CommandLine;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Formats;
using SensorSim.Datasets.Formats.Coco;
using SensorSim.Datasets.Storage;

namespace SensorSim.Cli.Commands.Datasets;

/// <summary><c>export</c>: a dataset in the format of another tool.</summary>
internal sealed class ExportCommand : CliCommand
{
    private static readonly IDatasetExporter[] Exporters = [new CocoExporter()];

    private readonly Argument<string> _dataset = new("DATASET") { Description = "folder of the dataset" };
    private readonly Option<string> _format = new("--format") { Description = "what to write", Required = true };
    private readonly Option<string> _out = new("--out", "-o") { Description = "new folder; it appears when it is whole", HelpName = "DIR", Required = true };
    private readonly Option<bool> _json = SharedOptions.Json();

    public ExportCommand(Terminal terminal)
        : base(
            terminal, "export", "write a dataset in the format of another tool",
            new Example("sensorsim export out/quickstart --format coco --out out/quickstart-coco", "boxes and masks for pycocotools"))
    {
        _format.Allow([.. Exporters.Select(exporter => exporter.Format)]);
        Add(_dataset);
        Add(_format);
        Add(_out);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly(cancellation =>
    {
        string format = arguments.GetRequiredValue(_format);
        string folder = arguments.GetRequiredValue(_out);
        var dataset = DatasetReader.Open(arguments.GetRequiredValue(_dataset));
        long exported = Exporters.First(exporter => exporter.Format == format).Export(dataset, folder, cancellation);
        long rejected = dataset.Description.Counts.Rejected;
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, new JsonObject { ["format"] = format, ["out"] = Path.GetFullPath(folder), ["frames"] = exported, ["rejected"] = rejected });
        else
            Terminal.Say($"{Quantity.Of(exported, "frame")} in {folder}{(rejected == 0 ? "" : $"; {Quantity.Of(rejected, "rejected frame")} left out")}");
        return ExitCode.Done;
    });
}
