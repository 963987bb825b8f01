using SensorSim.Cli.Commands.Machine;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Commands.Plugins;
using SensorSim.Cli.Console;
using SensorSim.Datasets.Images;
using SensorSim.Hosting;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Physics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Previews;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Physics;

/// <summary><c>inspect --physics</c>: the bodies of a scene or of a scenario's first sample.</summary>
internal sealed class PhysicsInspection(Terminal terminal, bool asJson)
{
    /// <param name="file">A scene or a scenario.</param>
    /// <param name="overrides">Of the scenario.</param>
    /// <param name="overlay">Where to draw them over a picture.</param>
    /// <param name="camera">That takes it; null is the first.</param>
    /// <param name="device">On which.</param>
    /// <exception cref="UsageException">Overrides of a scene.</exception>
    public void Run(string file, string[] overrides, OutputFile? overlay, string? camera, string? device)
    {
        bool isScenario = Path.GetExtension(file).ToUpperInvariant() is ".YAML" or ".YML";
        if (!isScenario && overrides.Length > 0) throw new UsageException("--set changes a scenario, and FILE is a scene");
        using var plugins = new WatchedPlugins(terminal, null, asJson);
        RunPlan plan = new RunPlanner(plugins.Load()).Plan(new() { ScenarioPath = isScenario ? file : null, ScenePath = isScenario ? null : file, Overrides = overrides });
        var summary = PhysicsSummary.Of(plan);
        overlay?.Write(Picture(plan, camera ?? plan.Cameras[0].Settings.Name, device, plugins.Watchdog).Span);
        if (asJson) JsonOutput.Write(terminal.Out, summary);
        else PhysicsText.Write(terminal.Out, summary);
        foreach (string warning in plan.Scene.Scene.Warnings) terminal.Warn(warning);
    }

    private ReadOnlyMemory<byte> Picture(RunPlan plan, string camera, string? device, PluginWatchdog watchdog)
    {
        using var instance = new VulkanInstance();
        PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, device);
        terminal.Say(DeviceListing.Announcement(chosen));
        using var opened = ProgramFolders.OpenDevice(instance, chosen);
        using var renderer = new PreviewRenderer(opened, ProgramFolders.OpenShaders(), watchdog);
        ReadOnlyMemory<byte> picture = new ImageWriter().Encode(ColliderPicture.Of(plan, camera, renderer), ImageFormat.Png);
        terminal.Say($"colliders over the picture of camera {camera}: {ColliderOverlay.Legend}");
        return picture;
    }
}
