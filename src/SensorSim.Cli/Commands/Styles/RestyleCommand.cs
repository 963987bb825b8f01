using System.CommandLine;
using SensorSim.Cli.Commands.Datasets;
using SensorSim.Cli.Commands.Machine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Styles;

namespace SensorSim.Cli.Commands.Styles;

/// <summary><c>restyle</c>: style transfer over a finished dataset.</summary>
internal sealed class RestyleCommand : CliCommand
{
    private readonly Argument<string> _dataset = new("DATASET") { Description = "folder of the dataset; it stays as it is" };
    private readonly StyleOptions _style = new();
    private readonly Option<string> _out = new("--out", "-o") { Description = "folder of the new dataset: the same labels, new pictures", HelpName = "DIR", Required = true };
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<bool> _resume = new("--resume") { Description = "carry on in a folder that holds an unfinished run" };
    private readonly Option<ulong?> _seed = NumberOption.Of<ulong>("--seed", "of random choices, such as which target goes with which sample (default: the dataset's)", min: 0);
    private readonly Option<int?> _encoders = NumberOption.Of<int>("--encoders", "threads that judge, encode and write (default: one for each processor)", min: 1);
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<string?> _key = KeyOption.Signing();
    private readonly Option<bool> _json = SharedOptions.Json();

    public RestyleCommand(Terminal terminal)
        : base(
            terminal, "restyle", "give the pictures of a dataset another look; labels stay, and a gate tells where they no longer hold",
            new Example("sensorsim restyle out/quickstart --style style.color --target 'real/*.png' --set method=mkl --out out/quickstart-color", "the colours of real images"),
            new Example("sensorsim restyle out/quickstart --style style.fda --target real --set beta=0.003 --out out/quickstart-fda", "their low frequencies"))
    {
        Add(_dataset);
        _style.AddTo(this);
        foreach (Option option in (Option[])[_out, _device, _resume, _seed, _encoders, _pluginTimeout, _key, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly((stop, interruption) =>
    {
        using SigningKey? key = arguments.GetValue(_key) is { } path ? KeyOption.Read(path, SigningKey.FromFile) : SigningKey.FromEnvironment();
        string output = arguments.GetRequiredValue(_out);
        bool asJson = arguments.GetValue(_json);
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), asJson);
        PluginCatalog catalog = plugins.Load();
        var plan = RestylePlan.Of(
            new(arguments.GetRequiredValue(_dataset), _style.Read(arguments, catalog), Directory.GetCurrentDirectory(), output) { Resume = arguments.GetValue(_resume), Seed = arguments.GetValue(_seed) }, catalog);
        foreach (string dropped in plan.Dropped) Terminal.Warn($"the label {dropped} belongs to the picture before; the new dataset goes without it");

        using OpenedDevice? device = plan.Stage == StyleRecord.BeforeSensor ? OpenedDevice.Open(Terminal, arguments.GetValue(_device), catalog) : null;
        var run = new RestyleRun(plan) { Encoders = arguments.GetValue(_encoders) ?? Environment.ProcessorCount, Sensors = device?.Sensors, Key = key };
        return Restyling.Run(Terminal, run, output, plan.Source.Description.Counts.Frames, stop) is { } dataset
            ? DatasetReport.WriteJudged(Terminal, output, dataset, asJson, $". 'sensorsim compare {plan.Source.Root} {output} --out sheet.png' shows the worst")
            : StopReport.Write(Terminal, interruption, DatasetWriter.IsBegun(output) ? output : null, asJson);
    });
}
