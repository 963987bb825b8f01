using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Labels;
using SensorSim.Geometry;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Scenarios;
using SensorSim.Rendering;
using SensorSim.Rendering.Environments;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Signals;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Runs;

/// <summary>
/// Renders one frame again from its record alone: the scenario is not read, nothing is drawn again. The scene and environment files must
/// still have the recorded digests.
/// </summary>
/// <param name="record">The frame's record.</param>
/// <param name="assets">Where the assets' names begin.</param>
/// <param name="catalog">The installed plugins.</param>
public sealed class FrameReplay(FrameRecord record, SceneSource assets, PluginCatalog catalog)
{
    private readonly SceneProvenance _scene = SceneProvenance.FromJson(record.Provenance.Render);

    /// <summary>Differences between what made the frame and what is installed here: each may change pixels.</summary>
    public IReadOnlyList<string> Warnings(PhysicalDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        FrameProvenance provenance = record.Provenance;
        var warnings = new List<string>();
        Compare("device class", provenance.DeviceClass, device.DeviceClass);
        Compare("tool", provenance.Tool, ToolVersion.Name);
        foreach ((string id, string version) in provenance.Plugins)
        {
            InstalledPluginText(id, version);
        }

        return warnings;

        void Compare(string what, string then, string now)
        {
            if (then != now)
            {
                warnings.Add($"{what}: recorded {then}, here {now}");
            }
        }

        void InstalledPluginText(string id, string version)
        {
            SensorSim.Plugins.InstalledPlugin plugin = catalog.Require(id);
            Compare($"plugin {id}", version, $"{plugin.Manifest.Version} sha256:{plugin.Digest}");
        }
    }

    /// <summary>Renders the frame.</summary>
    /// <returns>Output name → pixels, for the outputs that the record lists.</returns>
    /// <exception cref="ReplayException">An asset is not what it was.</exception>
    public IReadOnlyDictionary<string, PixelPlane> Render(Device device, ShaderLibrary shaders)
    {
        LoadedScene scene = LoadScene();
        var assembly = new CousinAssembly(scene.Scene, _scene.Environment, _scene.Waveforms);
        var episode = Episode.Of(assembly.Apply(record.Sample, record.Draws), catalog);
        FrameJob job = JobOf();
        FramePlanes planes = PlanesOf();
        var settings = new RenderSettings
        {
            Msaa = _scene.Msaa,
            Labels = planes.Kinds | FramePlanes.ObjectKinds,
            DepthFormat = planes.DepthFormat,
            DepthStepMetres = planes.DepthStepMetres,
            CategoryBits = _scene.CategoryBits,
        };
        using var session = new RenderSession(device, shaders, scene.Scene, LoadEnvironment(), settings, [job.Chain]);
        using FrameOutput output = session.Submit(episode, [job], [.. record.Objects.OrderBy(o => o.InstanceId).Select(o => o.CategoryId)], record.Provenance.Seed).Wait();
        return planes.Of(output.Views[0], job.Chain).ToDictionary(plane => plane.Key, plane => Copied(plane.Value), StringComparer.Ordinal);
    }

    private LoadedScene LoadScene()
    {
        LoadedScene scene = assets.Load(_scene.Scene);
        foreach ((string name, string sha256) in scene.Assets)
        {
            CheckAsset(name, sha256);
        }

        return scene;
    }

    private EquirectangularImage? LoadEnvironment()
    {
        if (_scene.Environment.Hdr is null or EnvironmentLight.Studio)
        {
            return null;
        }

        LoadedEnvironment environment = assets.LoadEnvironment(_scene.Environment.Hdr);
        CheckAsset(_scene.Environment.Hdr, environment.Sha256);
        return EquirectangularImage.From(environment.Image);
    }

    private void CheckAsset(string name, string sha256)
    {
        if (!record.Provenance.Assets.TryGetValue(name, out string? recorded) || recorded != sha256)
        {
            throw new ReplayException(
                $"{name} in {assets.Folder} has SHA-256 {sha256}, the record of {record.Frame} says {recorded ?? "nothing"}. Give the folder of the original files with --assets.");
        }
    }

    private FrameJob JobOf()
    {
        var intrinsics = new CameraIntrinsics(
            record.Width, record.Height, record.Intrinsics.Fx, record.Intrinsics.Fy, record.Intrinsics.Cx, record.Intrinsics.Cy);
        var view = new CameraView(record.Camera, intrinsics, Matrix4x4d.FromRowMajor(record.CameraToWorld));
        ExposureRecord e = record.Exposure;
        return new(record.Sample, record.Step, record.TimeS, view, ChainOf(), new(e.StartS, e.DurationS, e.RowTimeS, e.LuxSecondsPerNit, e.Iso));
    }

    // The record lists every stage that ran, those that the host appended included: nothing is appended again.
    private SensorChain ChainOf()
    {
        IEnumerable<PluginUse> stages = record.Sensor.Select(stage => new PluginUse(stage.Use, new Dictionary<string, JsonNode?>(stage.Parameters, StringComparer.Ordinal)));
        return SensorChain.Build(
            catalog.Plugins, StageRequests.Of(stages), _scene.Output == CameraOutput.Raw ? SensorOutput.Raw : SensorOutput.Display);
    }

    private FramePlanes PlanesOf()
    {
        LabelSet labels = record.Files.Keys.Select(name => LabelNames.Single[name]).Aggregate(LabelSet.None, (all, label) => all | label);
        FileReference? depth = record.Files.GetValueOrDefault("depth");
        bool isExr = depth?.Path.EndsWith(".exr", StringComparison.Ordinal) ?? false;
        return new(labels, isExr ? ImageFormat.Exr : ImageFormat.Png, new DepthScale(depth?.ScaleM ?? 0.001));
    }

    private static PixelPlane Copied(PixelPlane plane) => plane with { Bytes = plane.Bytes.ToArray() };
}
