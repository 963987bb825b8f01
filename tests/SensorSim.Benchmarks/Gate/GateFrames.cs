using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Restyles;
using SensorSim.Scenes.Scenarios;
using SensorSim.Signals;
using SensorSim.Vulkan;

namespace SensorSim.Benchmarks.Gate;

/// <summary>The frames that the label gate is calibrated with: scenarios of the library, and orbits of its scenes.</summary>
internal static class GateFrames
{
    private const LabelSet Labels = LabelSet.Rgb | LabelSet.Depth | LabelSet.Instance | LabelSet.Normal;
    private const int Views = 4;

    // Scene → scenarios that show it, each with its number of samples; none is an orbit.
    private static readonly (string Scene, (string Scenario, int Samples)[] Scenarios)[] _scenes =
    [
        ("warehouse-aisle", [("quickstart", 2), ("dim-flickering-aisle", 2)]), ("loading-bay", [("low-sun-glare", 4)]), ("bin-picking", [("cluttered-bin", 2)]),
        ("pick-station", []), ("inspection-bench", [("shiny-transparent-parts", 2)]), ("drop-test", []), ("objects", []), ("materials", []),
    ];

    /// <summary>The scenes in the order of the list: thresholds are fitted on every other one, and judged on those between.</summary>
    public static IReadOnlyList<string> Scenes { get; } = [.. _scenes.Select(scene => scene.Scene)];

    public static bool IsFitted(string scene) => _scenes.Index().Single(pair => pair.Item.Scene == scene).Index % 2 == 0;

    /// <summary>Renders what a folder does not hold yet, and reads it.</summary>
    public static List<SourceFrame> In(string folder)
    {
        var catalog = PluginCatalog.Load(PluginCatalog.StandardDirectories());
        using var instance = new VulkanInstance();
        using Device device = ProgramFolders.OpenDevice(instance, instance.PhysicalDevices[0]);
        var frames = new List<SourceFrame>();
        foreach ((string scene, (string Scenario, int Samples)[] scenarios) in _scenes)
        {
            if (scenarios.Length == 0)
                Read(Render(new() { ScenePath = $"builtin:{scene}", Views = Views, Labels = Labels }, Path.Combine(folder, scene), catalog, device), scene, frames);
            foreach ((string scenario, int samples) in scenarios)
            {
                var request = new RunRequest { ScenarioPath = Path.Combine(ProgramFolders.Scenarios, $"{scenario}.yaml"), Samples = samples, Labels = Labels };
                Read(Render(request, Path.Combine(folder, scenario), catalog, device), scene, frames);
            }
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
        foreach (FrameRecord record in reader.Frames().Take(Views))
        {
            PixelPlane Plane(string name) => reader.ReadImage(record.Files[name]);
            frames.Add(new(frames.Count, scene, Plane("rgb"), Plane("instance"), Plane("depth")) { Normal = Plane("normal") });
        }
    }
}
