using System.CommandLine;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Styles;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands;

/// <summary><c>render</c>: the main job.</summary>
internal sealed class RenderCommand : CliCommand
{
    private readonly RenderOptions _request = new();
    private readonly Option<string?> _out = new("--out") { Description = "folder of the dataset, new or empty (default: out/ and the scenario's id)", HelpName = "DIR" };
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

    protected override int Execute(ParseResult arguments) => Interruptibly((stop, interruption) =>
    {
        if (arguments.GetValue(_watch)) return Watch(arguments, interruption, stop);
        int encoders = arguments.GetValue(_encoders) ?? Environment.ProcessorCount;
        using SigningKey? key = arguments.GetValue(_key) is { } path ? KeyOption.Read(path, SigningKey.FromFile) : SigningKey.FromEnvironment();
        bool isResumed = arguments.GetValue(_resume), asJson = arguments.GetValue(_json);
        if (arguments.GetValue(_out) is { } folder) DatasetWriter.CheckFolder(folder, isResumed);
        RunRequest request = _request.Read(arguments);
        using var plugins = new WatchedPlugins(Terminal, arguments.GetValue(_pluginTimeout), asJson);
        if (Interruption.Abandonable(() => new RunPlanner(plugins.Load()).Plan(request), stop) is not { } plan) return ReportNothing(interruption, asJson);
        PluginLock? held = RunLock.Require(plan);
        string output = arguments.GetValue(_out) ?? Path.Combine("out", plan.Scenario.Id);
        DatasetWriter.CheckFolder(output, isResumed);
        StyledRun? styled = StyledRun.Of(plan, output, isResumed);
        string rendered = styled?.Rendered ?? output;
        DatasetWriter.CheckFolder(rendered, isResumed);
        styled?.RequireLoadable();
        var size = RunSize.Of(plan);
        using var instance = new VulkanInstance();
        PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, arguments.GetValue(_device));
        Terminal.Say(DeviceListing.Announcement(chosen));
        PlanReport.Write(Terminal, plan, size, output);
        foreach (string warning in plan.Scene.Scene.Warnings.Concat(PlanWarnings.Of(plan))) Terminal.Warn(warning);

        using var device = ProgramFolders.OpenDevice(instance, chosen);
        var warnings = new List<string>();
        var run = new RenderRun(plan, device, ProgramFolders.OpenShaders())
        {
            Output = rendered,
            Resume = isResumed,
            Encoders = encoders,
            Key = styled is null ? key : null,
            Warn = warnings.Add,
            Watchdog = plugins.Watchdog,
            Lock = held,
        };
        plugins.Remains = () => DatasetWriter.IsBegun(rendered) ? KeptFrames(output) : null;
        DatasetDescription? finished = Render(run, stop);
        foreach (string warning in warnings) Terminal.Warn(warning);
        if (finished is not null && styled is not null)
        {
            using var sensors = new SensorReplay(device, run.Shaders, plan.Catalog);
            finished = Restyling.Run(Terminal, styled.Restyle(encoders, sensors, key), output, finished.Counts.Frames, stop);
        }

        if (finished is { } dataset)
        {
            styled?.RemoveRendered();
            return Report(output, dataset, asJson);
        }

        return DatasetWriter.IsBegun(output) || (styled is not null && Directory.Exists(rendered))
            ? ReportStop($"stopped; the same command with --resume carries on in {output}", interruption.ExitCode ?? ExitCode.Failed, asJson)
            : ReportNothing(interruption, asJson);
    });

    private int Watch(ParseResult arguments, Interruption interruption, CancellationToken stop)
    {
        string[] problems =
        [
            .. ((IEnumerable<Option>)[_resume, _encoders, _key, _json, .. _request.OfDatasets]).Where(option => arguments.GetResult(option) is { Implicit: false })
                .Select(option => $"{option.Name} belongs to a dataset, and --watch makes none: it renders previews, which have no records, no digests and no signature"),
        ];
        if (problems.Length > 0) throw new UsageException(problems);
        new PreviewSession(Terminal, _request.Read(arguments), arguments.GetValue(_device), arguments.GetValue(_pluginTimeout)).Run(arguments.GetValue(_out) ?? Path.Combine("out", "preview"), stop);
        return interruption.ExitCode ?? ExitCode.Done;
    }

    private int ReportNothing(Interruption interruption, bool asJson) =>
        ReportStop("stopped before anything was written", interruption.ExitCode ?? ExitCode.Failed, asJson);

    private int ReportStop(string text, int exitCode, bool asJson)
    {
        Terminal.Say(text);
        if (asJson) JsonOutput.WriteError(Terminal, new(exitCode, [text]));
        return exitCode;
    }

    private int Report(string output, DatasetDescription dataset, bool asJson)
    {
        DatasetReport.Write(Terminal, output, dataset, asJson);
        if (dataset.Counts.Rejected == 0) return ExitCode.Done;
        FrameRecord first = DatasetReader.Open(output).Frames().First(frame => frame.Rejected is not null);
        Terminal.Warn($"{Quantity.Of(dataset.Counts.Rejected, "frame")} rejected; the records say why. The first is {first.Frame}: {first.Rejected}");
        return ExitCode.RejectedFrames;
    }

    // A plugin that is mended has another digest, which is another plan.
    private static string KeptFrames(string output) =>
        $"Frames written before it are valid: the same command with --resume carries on in {output} with the plugins as they are; a mended plugin makes another dataset, in another folder.";

    private static bool IsOfTheMachine(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or VulkanException or DatasetException { InnerException: IOException or UnauthorizedAccessException };

    private DatasetDescription? Render(RenderRun run, CancellationToken stop)
    {
        try
        {
            using var display = ProgressDisplay.Start(Terminal, "frames", run.Plan.ShardFrames.Count);
            return (run with { Say = display.Say }).Execute(new DisplayProgress(display), stop);
        }
        catch (DatasetException mismatch) when (mismatch.IsOfAnotherPlan)
        {
            throw new PermanentFailureException(mismatch.Message, mismatch);
        }
        catch (PluginFailedException failed) when (DatasetWriter.IsBegun(run.Output))
        {
            throw new BrokenOffException($"{failed.Message}\n{KeptFrames(run.Output)}", failed);
        }
        catch (Exception broken) when (IsOfTheMachine(broken) && DatasetWriter.IsBegun(run.Output))
        {
            throw new BrokenOffException($"{broken.Message} What is written is kept: mend that, then the same command with --resume carries on in {run.Output}.", broken);
        }
    }
}
