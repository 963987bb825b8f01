using System.Text;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Restyles;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;
using SensorSim.Vulkan;

namespace SensorSim.Benchmarks.Gate;

/// <summary>The frames that the label gate is calibrated with: scenarios of the library, and scenes of it by their own cameras.</summary>
internal static class GateFrames
{
    private const LabelSet Labels = LabelSet.Rgb | LabelSet.Depth | LabelSet.Instance | LabelSet.Normal;
    private const int Samples = 5, LeastWidth = 320;

    // Nothing was fitted on the robots, and nothing was looked at while the gate was made.
    private static readonly GateScene[] _scenes =
    [
        new("warehouse-aisle", true, ["quickstart", "dim-flickering-aisle"]), new("bin-picking", true, ["cluttered-bin"]), new("inspection-bench", true, ["shiny-transparent-parts"]),
        new("objects", true, [], "camera_front", "camera_bench"), new("loading-bay", false, ["low-sun-glare"]), new("pick-station", false, [], "camera_front"), new("drop-test", false, [], "camera_front"),
        new("materials", false, [], "camera_front"), new("arm", false, ["robots/arm-pick"]), new("quadruped", false, ["robots/quadruped-trot"]),
    ];

    /// <summary>Whether thresholds are fitted on a scene; otherwise it judges them.</summary>
    public static bool IsFitted(string scene) => _scenes.Single(one => one.Name == scene).IsFitted;

    /// <summary>Scenes that judge.</summary>
    public static IEnumerable<string> Judging => _scenes.Where(scene => !scene.IsFitted).Select(scene => scene.Name);

    /// <summary>Renders what a folder does not hold yet, and reads it.</summary>
    public static List<SourceFrame> In(string folder)
    {
        var catalog = PluginCatalog.Load(PluginCatalog.StandardDirectories());
        using var instance = new VulkanInstance();
        using Device device = ProgramFolders.OpenDevice(instance, instance.PhysicalDevices[0]);
        var frames = new List<SourceFrame>();
        foreach (GateScene scene in _scenes)
        {
            // Half a second in, robots are under way.
            var request = new RunRequest { Samples = Samples, Labels = Labels };
            foreach (string scenario in scene.Scenarios)
            {
                RunRequest library = request with { ScenarioPath = Path.Combine(ProgramFolders.Scenarios, $"{scenario}.yaml"), Overrides = ["episode={ start_s: 0.5, steps: 1 }"] };
                Read(Render(library, Path.Combine(folder, Path.GetFileName(scenario)), catalog, device), scene.Name, frames);
            }

            if (scene.Cameras.Length > 0)
                Read(Render(request with { ScenarioPath = Path.Combine(folder, $"{scene.Name}.yaml"), ScenarioText = Text(scene) }, Path.Combine(folder, scene.Name), catalog, device), scene.Name, frames);
        }

        return frames;
    }

    private static string Render(RunRequest request, string output, PluginCatalog catalog, Device device)
    {
        if (!File.Exists(Path.Combine(output, DatasetLayout.Description)))
            new RenderRun(new RunPlanner(catalog).Plan(request), device, ProgramFolders.OpenShaders()) { Output = output, Encoders = 2, Say = _ => { } }.Execute(new Progress<long>(), CancellationToken.None);
        return output;
    }

    private static void Read(string folder, string scene, List<SourceFrame> frames)
    {
        var reader = DatasetReader.Open(folder);
        foreach (FrameRecord record in reader.Frames().Where(record => record.Width >= LeastWidth))
        {
            PixelPlane Plane(string name) => reader.ReadImage(record.Files[name]);
            frames.Add(new(frames.Count, scene, Plane("rgb"), Plane("instance"), Plane("depth")) { Normal = Plane("normal") });
        }
    }

    private static byte[] Text(GateScene scene) => Encoding.UTF8.GetBytes($$"""
        scenario: gate-{{scene.Name}}
        version: 1.0.0
        intent: { failure_mode: labels that a style moved, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: builtin:{{scene.Name}}
        cameras:
        {{string.Join("\n", scene.Cameras.Select(camera => $"  - {{ name: {camera[7..]}, width: 640, height: 480, pose: {camera} }}"))}}
        cousins:
          count: {{Samples}}
          seed: 7
          vary:
            "lights.*.intensity": { log_uniform: [0.6, 1.4] }
            "cameras.*.offset_x_m": { uniform: [-0.2, 0.2] }
            "cameras.*.offset_y_m": { uniform: [-0.1, 0.1] }
            "cameras.*.yaw_deg": { uniform: [-6, 6] }
            "cameras.*.roll_deg": { uniform: [-8, 8] }
        """);

    // With cameras of its own, or seen by those of scenarios.
    private sealed record GateScene(string Name, bool IsFitted, string[] Scenarios, params string[] Cameras);
}
