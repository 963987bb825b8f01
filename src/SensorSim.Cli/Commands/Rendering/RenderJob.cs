using SensorSim.Cli.Commands.Datasets;
using SensorSim.Cli.Commands.Machine;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Commands.Scenarios;
using SensorSim.Cli.Commands.Styles;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Runs.Planning.Warnings;
using SensorSim.Hosting.Styles;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Cli.Commands.Rendering;

/// <summary>One dataset from a request: planned, rendered, restyled where its scenario asks for it, and reported.</summary>
/// <param name="terminal">What is said goes there.</param>
/// <param name="plugins">Loaded when they are needed.</param>
/// <param name="interruption">Stops the job in good order.</param>
internal sealed class RenderJob(Terminal terminal, WatchedPlugins plugins, Interruption interruption)
{
    /// <summary>Where the dataset goes; null is <c>out/</c> and the scenario's id.</summary>
    public string? Folder { get; init; }

    /// <summary>Carries on in a folder that is begun.</summary>
    public bool IsResumed { get; init; }

    /// <summary>As <c>devices</c> names it; null is the best one.</summary>
    public string? DeviceName { get; init; }

    /// <summary>Threads that encode and write.</summary>
    public required int Encoders { get; init; }

    /// <summary>Signs the dataset; null leaves it unsigned.</summary>
    public SigningKey? Key { get; init; }

    /// <summary>A program reads standard output.</summary>
    public bool AsJson { get; init; }

    /// <summary>Makes the dataset, and says how it went.</summary>
    /// <param name="request">Of the command line.</param>
    /// <returns>The program's exit code.</returns>
    public int Run(RunRequest request)
    {
        if (Folder is not null) DatasetWriter.CheckFolder(Folder, IsResumed);
        if (PlanOf(request) is not { } plan) return StopReport.Write(terminal, interruption, null, AsJson);
        PluginLock? held = RunLock.Require(plan);
        string output = Folder ?? Path.Combine("out", plan.Scenario.Id);
        DatasetWriter.CheckFolder(output, IsResumed);
        var styled = StyledRun.Of(plan, output, IsResumed);
        string rendered = styled?.Rendered ?? output;
        DatasetWriter.CheckFolder(rendered, IsResumed);
        if (styled is not null && !IsLoadable(styled)) return StopReport.Write(terminal, interruption, null, AsJson);
        plugins.Remains = () => DatasetWriter.HasFrames(rendered) ? KeptFrames(output) : DatasetWriter.IsBegun(rendered) ? NoFrames(rendered) : null;

        using var instance = new VulkanInstance();
        using Device device = Open(instance, plan, output);
        DatasetDescription? dataset = Render(plan, device, rendered, output, held, styled is null ? Key : null);
        if (dataset is not null && styled is not null) dataset = Restyle(styled, plan, device, output, dataset.Counts.Frames);
        if (dataset is not null)
        {
            styled?.RemoveRendered();
            return Report(plan, output, dataset);
        }

        bool isBegun = DatasetWriter.IsBegun(output) || (styled is not null && Directory.Exists(rendered));
        return StopReport.Write(terminal, interruption, isBegun ? output : null, AsJson);
    }

    private RunPlan? PlanOf(RunRequest request)
    {
        using var line = Planning.Announced(terminal);
        return Interruption.Abandonable(() => new RunPlanner(plugins.Load()).Plan(request), interruption.Token);
    }

    // False when stopped.
    private bool IsLoadable(StyledRun styled)
    {
        using var line = Restyling.Announced(terminal.Say);
        try
        {
            styled.RequireLoadable(interruption.Token);
            return true;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return false;
        }
    }

    // A plugin that is mended has another digest, which is another plan.
    private static string KeptFrames(string output) =>
        $"Frames written before it are valid: the same command with --resume carries on in {output} with the plugins as they are; a mended plugin makes another dataset, in another folder.";

    private static string NoFrames(string rendered) => $"No frame was written before it: mend the plugin, remove {rendered}, and render again.";

    // A few take no longer than a frame.
    private static void SayCompiling(DisplayProgress display, int shaders)
    {
        if (shaders < 10) return;
        string cache = ShaderCompiler.DefaultCacheDirectory;
        string kept = UserCacheFolder.Keeps(cache) ? "they are kept for the next run" : $"they are not kept, because nothing can be written to {cache} (XDG_CACHE_HOME names another place)";
        display.Say($"compiling {Quantity.Of(shaders, "shader")}, which may take a quarter of a minute; {kept}");
    }

    private static bool IsOfTheMachine(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or VulkanException or DatasetException { InnerException: IOException or UnauthorizedAccessException };

    private Device Open(VulkanInstance instance, RunPlan plan, string output)
    {
        var size = RunSize.Of(plan);
        PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, DeviceName);
        terminal.Say(DeviceListing.Announcement(chosen));
        PlanReport.Write(terminal, plan, size, output);
        foreach (string warning in plan.Scene.Scene.Warnings.Concat(PlanWarnings.Of(plan).Select(warning => warning.ToString()))) terminal.Warn(warning);
        return ProgramFolders.OpenDevice(instance, chosen);
    }

    private DatasetDescription? Render(RunPlan plan, Device device, string folder, string output, PluginLock? held, SigningKey? key)
    {
        try
        {
            using var display = ProgressDisplay.Start(terminal, "frames", plan.ShardFrames.Count);
            var progress = new DisplayProgress(display);
            var run = new RenderRun(plan, device, ProgramFolders.OpenShaders(count => SayCompiling(progress, count)))
            {
                Output = folder,
                Resume = IsResumed,
                Encoders = Encoders,
                Key = key,
                Say = progress.Say,
                Warn = progress.Warn,
                Watchdog = plugins.Watchdog,
                Lock = held,
            };
            return run.Execute(progress, interruption.Token);
        }
        catch (DatasetException mismatch) when (mismatch.IsOfAnotherPlan)
        {
            throw new PermanentFailureException(mismatch.Message, mismatch);
        }
        catch (PluginFailedException failed) when (DatasetWriter.HasFrames(folder))
        {
            throw new BrokenOffException($"{failed.Message}\n{KeptFrames(output)}", failed);
        }
        catch (Exception broken) when (IsOfTheMachine(broken) && DatasetWriter.IsBegun(folder))
        {
            throw BrokenOffException.Resumable(broken, output);
        }
    }

    private DatasetDescription? Restyle(StyledRun styled, RunPlan plan, Device device, string output, long frames)
    {
        using var sensors = new SensorReplay(device, ProgramFolders.OpenShaders(), plan.Catalog);
        return Restyling.Run(terminal, styled.Restyle(Encoders, sensors, Key), output, frames, interruption.Token);
    }

    private int Report(RunPlan plan, string output, DatasetDescription dataset)
    {
        int code = DatasetReport.WriteJudged(terminal, output, dataset, AsJson);
        foreach (PlanWarning unseen in PlanWarnings.OfPlugins(plan)) terminal.Warn(unseen.ToString());
        return code;
    }
}
