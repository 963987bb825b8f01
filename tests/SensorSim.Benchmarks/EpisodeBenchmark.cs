using System.Globalization;
using SensorSim.Hosting;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;

namespace SensorSim.Benchmarks;

/// <summary>What moving bodies costs beside rendering them, in processor time, for scenarios whose episodes follow physics: on a software device both are work of the same processor.</summary>
internal static class EpisodeBenchmark
{
    private const int FewSteps = 2, MoreSteps = 4;

    private static readonly string[] _scenarios = ["dropped-box", "slippery-floor", "forklift-occlusion", "bin-settling", "robots/arm-pick"];

    /// <summary>A line for each scenario.</summary>
    /// <param name="scenarios">Of the library; all whose bodies move where none is named.</param>
    public static IEnumerable<string> Run(string[] scenarios)
    {
        var catalog = PluginCatalog.Load(PluginCatalog.StandardDirectories());
        using var instance = new VulkanInstance();
        using Device device = ProgramFolders.OpenDevice(instance, instance.PhysicalDevices[0]);
        foreach (string id in scenarios.Length > 0 ? scenarios : _scenarios)
        {
            string path = Path.Combine(ProgramFolders.Scenarios, $"{id}.yaml");
            RunPlan plan = Plan(path, catalog);
            double rate = plan.Scenario.Episode.FrameRateHz, physics = SecondsOf(plan);
            string Steps(int steps) => string.Create(CultureInfo.InvariantCulture, $"episode={{ steps: {steps}, frame_rate_hz: {rate} }}");
            RunPlan few = Plan(path, catalog, Steps(FewSteps)), more = Plan(path, catalog, Steps(MoreSteps));
            Render(few, device);
            double rendered = Render(more, device) - SecondsOf(more) - Render(few, device) + SecondsOf(few);
            double rendering = rendered / (MoreSteps - FewSteps) * plan.Scenario.Episode.Steps;
            yield return FormattableString.Invariant(
                $"{id}: an episode of {plan.Scenario.Episode.Steps} steps and {plan.Cameras.Count} cameras: physics {physics:F2} s, rendering {rendering:F1} s, labels and files included, on {instance.PhysicalDevices[0].Name}; physics is {100 * physics / (physics + rendering):F1} % of both");
        }
    }

    private static RunPlan Plan(string path, PluginCatalog catalog, params string[] overrides) => new RunPlanner(catalog).Plan(new() { ScenarioPath = path, Samples = 1, Overrides = overrides });

    // The second time: what is prepared once for all cousins is no cost of an episode.
    private static double SecondsOf(RunPlan plan)
    {
        SceneInstance cousin = plan.Cousins.Sample(0);
        plan.Moving(cousin);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        plan.Moving(cousin);
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static double Render(RunPlan plan, Device device)
    {
        string folder = Directory.CreateTempSubdirectory("sensorsim-bench-").FullName;
        try
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            new RenderRun(plan, device, ProgramFolders.OpenShaders()) { Output = Path.Combine(folder, "out"), Encoders = 2, Say = _ => { } }.Execute(new Progress<long>(), CancellationToken.None);
            return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
