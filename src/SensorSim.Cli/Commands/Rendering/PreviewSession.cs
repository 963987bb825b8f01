using System.Globalization;
using SensorSim.Cli.Commands.Machine;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Previews;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Rendering;

/// <summary><c>render --watch</c>: pictures while somebody writes a plugin or a scenario.</summary>
internal sealed class PreviewSession(Terminal terminal, RunRequest request, string? device, double? pluginTimeout)
{
    /// <summary>Returns when it is asked to stop.</summary>
    /// <exception cref="UsageException">The folder is a dataset's.</exception>
    public void Run(string folder, CancellationToken stop)
    {
        RequirePreviewFolder(folder);
        RequestRules.Check(request);
        using var instance = new VulkanInstance();
        PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, device);
        terminal.Say(DeviceListing.Announcement(chosen));
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"watching until Ctrl-C; in the background: kill {Environment.ProcessId}"));
        using var opened = ProgramFolders.OpenDevice(instance, chosen);
        using var plugins = new WatchedPlugins(terminal, pluginTimeout, asJson: false);
        using var renderer = new PreviewRenderer(opened, ProgramFolders.OpenShaders(), plugins.Watchdog);
        new PreviewLoop(request, plugins.Calls, [.. PluginCatalog.StandardDirectories().Select(Path.GetFullPath)])
        {
            OutputFolder = Path.GetFullPath(folder),
            Render = plan => Say(renderer.Render(plan, folder), folder),
            Report = Report,
            Warn = problem => terminal.Warn(problem.Notice),
            Saved = files => terminal.Say($"saved: {string.Join(", ", files.Select(Path.GetFileName).Distinct(StringComparer.Ordinal).Take(5))}"),
        }.Run(stop);
    }

    private static void RequirePreviewFolder(string folder)
    {
        if (File.Exists(folder)) throw new UsageException($"--out {folder}: this is a file; choose a folder");
        if (DatasetWriter.IsBegun(folder) || DatasetReader.Enclosing(folder) is not null)
            throw new UsageException($"--out {folder}: this folder belongs to a dataset, and --watch writes previews; choose another");
    }

    private void Say(IReadOnlyList<string> frames, string folder) =>
        terminal.Say($"preview: {Quantity.Of(frames.Count, "frame")} in {folder} ({frames[0]}{(frames.Count > 1 ? ", …" : "")}); waiting for the next save, Ctrl-C ends it");

    private void Report(Exception wrong)
    {
        ErrorReport.Print(terminal.Error, wrong, ErrorReport.IsTraced(Environment.GetEnvironmentVariable(ErrorReport.TraceVariable)));
        terminal.Say("no preview; waiting for the next save, Ctrl-C ends it");
    }
}
