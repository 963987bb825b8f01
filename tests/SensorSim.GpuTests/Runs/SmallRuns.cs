using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Runs.Sources;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;
using SensorSim.Vulkan;

namespace SensorSim.GpuTests.Runs;

/// <summary>Small runs of a scenario with everything in it: two cameras, a sensor chain, flicker, draws, in folders that vanish.</summary>
internal sealed class SmallRuns(Device device) : IDisposable
{
    private const string Everything = """
        scenario: small
        version: 1.0.0
        intent: { failure_mode: flicker, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: small.glb
        environment: { hdr: builtin:studio, intensity: 2 }
        cameras:
          - name: front
            width: 64
            height: 48
            hfov_deg: 66
            pose: { from: [0.5, 1.6, 4.5], look_at: [0, 0.5, 0] }
            exposure: { f_number: 1.4, time_s: 0.005, iso: 1250, row_time_s: 4.0e-5 }
            sensor: [ { use: camera.blur }, { use: camera.noise } ]
          - { name: side, width: 48, height: 64, pose: camera_side }
        lights:
          - { match: ceiling_2, flicker: { mains_hz: 50, modulation: 0.8 } }
        episode: { steps: 2, frame_rate_hz: 30 }
        cousins:
          count: 3
          seed: 7
          vary:
            "lights.*.intensity": { log_uniform: [0.35, 1.2] }
            "materials.plastic_*.color": ["#1f4fa8", "#b3241c"]
            "objects.box_*.yaw_deg": { uniform: [-1.5, 1.5] }
            parameters.shift: [day, night]
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("sensorsim-runs-").FullName;

    /// <summary>Where the assets' names begin.</summary>
    public SceneSource Assets => new(_root);

    /// <summary>The scenario.</summary>
    public string Scenario { get; init; } = Everything;

    /// <summary>The scene.</summary>
    public byte[] Glb { get; init; } = SmallScene.Glb;

    public PluginCatalog Catalog { get; } = SensorBench.Catalog;

    public string Folder(string name) => Path.Combine(_root, name);

    public RunPlan Plan(Func<RunRequest, RunRequest>? change = null)
    {
        string scenario = Folder("small.yaml");
        File.WriteAllText(scenario, Scenario);
        File.WriteAllBytes(Folder("small.glb"), Glb);
        var request = new RunRequest { ScenarioPath = scenario, Msaa = 1 };
        return new RunPlanner(Catalog).Plan(change?.Invoke(request) ?? request);
    }

    /// <summary>Renders into a folder of that name; null when it was stopped.</summary>
    public DatasetDescription? Render(
        string name, RunPlan? plan = null, int encoders = 2, bool resume = false, Action<long>? progress = null, Action<string>? say = null, CancellationToken stop = default)
    {
        var run = new RenderRun(plan ?? Plan(), device, ProgramFolders.OpenShaders()) { Output = Folder(name), Encoders = encoders, Resume = resume, Say = say ?? (_ => { }) };
        return run.Execute(new Each(progress ?? (_ => { })), stop);
    }

    /// <summary>Every file that belongs to the dataset's identity → its bytes.</summary>
    public IReadOnlyDictionary<string, string> Contents(string name) => Directory
        .EnumerateFiles(Folder(name), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder(name), path))
        .Where(path => !Path.GetFileName(path).StartsWith("run-", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToDictionary(path => path, path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder(name), path)))), StringComparer.Ordinal);

    /// <summary>A frame comes back from its record alone, with every output to the bit.</summary>
    public void AssertReplays(FrameRecord frame)
    {
        IReadOnlyDictionary<string, PixelPlane> again = new FrameReplay(frame, Assets, Catalog).Render(device, ProgramFolders.OpenShaders());
        Assert.That(again.ToDictionary(plane => plane.Key, plane => PixelDigest.Of(plane.Value), StringComparer.Ordinal), Is.EqualTo(frame.Files.ToDictionary(file => file.Key, file => file.Value.PixelsSha256, StringComparer.Ordinal)), frame.Frame);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private sealed class Each(Action<long> action) : IProgress<long>
    {
        public void Report(long value) => action(value);
    }
}
