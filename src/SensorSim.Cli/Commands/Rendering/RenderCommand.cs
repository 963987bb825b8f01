using System.CommandLine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Cli.Commands.Rendering;

/// <summary><c>render</c>: the main job.</summary>
internal sealed class RenderCommand : CliCommand
{
    private readonly RenderOptions _request = new();
    private readonly Option<string?> _out = new("--out", "-o") { Description = "folder of the dataset, new or empty (default: out/ and the scenario's id)", HelpName = "DIR" };
    private readonly Option<bool> _resume = new("--resume") { Description = "carry on in a folder that holds an unfinished run, or check a finished dataset and render damaged frames again" };
    private readonly Option<bool> _watch = new("--watch") { Description = "render a preview of the first frames into --out, again whenever a plugin, the scenario or the scene is saved, until Ctrl-C or SIGTERM (kill PID, where it runs in the background); makes no dataset" };
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<int?> _encoders = NumberOption.Of<int>("--encoders", "threads that encode and write (default: one for each processor)", min: 1);
    private readonly Option<string?> _key = KeyOption.Signing();
    private readonly Option<double?> _pluginTimeout = WatchedPlugins.TimeoutOption();
    private readonly Option<bool> _json = SharedOptions.Json();

    public RenderCommand(Terminal terminal)
        : base(
            terminal, "render", "render a scenario, or a glTF file from an orbit, into a labelled dataset",
            new Example("sensorsim render scenarios/quickstart.yaml", "into out/quickstart"),
            new Example("sensorsim render scenarios/quickstart.yaml --out out/x --samples 2 --set cousins.vary.parameters.shift=[day]", "a small part of it"),
            new Example("sensorsim render scenarios/quickstart.yaml --out out/x --resume", "carry on after an interruption, or mend a damaged dataset"),
            new Example("sensorsim render scenarios/quickstart.yaml --out out/part-2 --shard 2/8", "one of eight jobs; merge joins them"),
            new Example("sensorsim render mine.yaml --watch --labels rgb --out preview", "while a plugin is written: a new picture with each save"),
            new Example("sensorsim render --scene helmet.glb --views 8 --out out/helmet", "any glTF, no scenario"),
            new Example("sensorsim render --scene helmet.glb --sensor camera.blur --sensor camera.noise:bits=10", "through a sensor"))
    {
        _request.AddTo(this);
        foreach (Option option in (Option[])[_out, _resume, _watch, _device, _encoders, _key, _pluginTimeout, _json]) Add(option);
    }

    protected override int Execute(ParseResult arguments) => Interruptibly((_, interruption) =>
    {
        if (arguments.GetValue(_watch)) return Watch(arguments, interruption);
        using SigningKey? key = arguments.GetValue(_key) is { } path ? KeyOption.Read(path, SigningKey.FromFile) : SigningKey.FromEnvironment();
        bool asJson = arguments.GetValue(_json);
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), asJson);
        var job = new RenderJob(Terminal, plugins, interruption)
        {
            Folder = arguments.GetValue(_out),
            IsResumed = arguments.GetValue(_resume),
            DeviceName = arguments.GetValue(_device),
            Encoders = arguments.GetValue(_encoders) ?? Environment.ProcessorCount,
            Key = key,
            AsJson = asJson,
        };
        return job.Run(_request.Read(arguments));
    });

    private int Watch(ParseResult arguments, Interruption interruption)
    {
        string[] problems =
        [
            .. ((IEnumerable<Option>)[_resume, _encoders, _key, _json, .. _request.OfDatasets]).Where(option => arguments.GetResult(option) is { Implicit: false })
                .Select(option => $"{option.Name} belongs to a dataset, and --watch makes none: it renders previews, which have no records, no digests and no signature"),
        ];
        if (problems.Length > 0) throw new UsageException(problems);
        new PreviewSession(Terminal, _request.Read(arguments), arguments.GetValue(_device), arguments.GetValue(_pluginTimeout)).Run(arguments.GetValue(_out) ?? Path.Combine("out", "preview"), interruption.Token);
        return interruption.ExitCode ?? ExitCode.Done;
    }
}
