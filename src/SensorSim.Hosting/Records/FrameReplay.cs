using SensorSim.Datasets;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Runs.Sources;
using SensorSim.Hosting.Styles;
using SensorSim.Physics;
using SensorSim.Rendering;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Robots;
using SensorSim.Signals;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Records;

/// <summary>
/// Renders one frame again from its record alone: the scenario is not read, nothing is drawn again. The scene and environment files must
/// still have the recorded digests.
/// </summary>
/// <param name="record">The frame's record.</param>
/// <param name="assets">Where the assets' names begin.</param>
/// <param name="catalog">The installed plugins.</param>
public sealed class FrameReplay(FrameRecord record, SceneSource assets, PluginCatalog catalog)
{
    private readonly RecordedFrame _recorded = new(record, catalog);
    private readonly SceneSource _assets = assets.With(catalog);

    private SceneProvenance Recorded => _recorded.Scene;

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

        if (Recorded.Physics is { } physics && catalog.Plugins.GetValueOrDefault(physics.Backend.Use)?.Instance is PhysicsBackend backend)
        {
            Compare($"library of {physics.Backend.Use}", Recorded.PhysicsLibrary ?? "none", backend.LibraryVersion);
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
            // One that this camera does not use may be missing.
            Compare($"plugin {id}", version, catalog.Plugins.TryGetValue(id, out SensorSim.Plugins.InstalledPlugin? plugin) ? PluginUses.IdentityOf(plugin) : "not installed");
        }
    }

    /// <summary>Renders the frame.</summary>
    /// <returns>Output name → pixels, for the outputs that the record lists.</returns>
    /// <exception cref="ReplayException">An asset is gone, or not what it was.</exception>
    /// <exception cref="FormatException">A value of the record is none that a run writes.</exception>
    public IReadOnlyDictionary<string, PixelPlane> Render(Device device, ShaderLibrary shaders)
    {
        try
        {
            return Rendered(device, shaders);
        }
        catch (Exception unread) when (unread is GltfException or ImageFormatException or IOException && MissingAsset() is { } missing)
        {
            throw new ReplayException($"{missing}: there is no such file, and {record.Frame} was rendered with it. Give the folder of the original files with --assets.", unread);
        }
    }

    private Dictionary<string, PixelPlane> Rendered(Device device, ShaderLibrary shaders)
    {
        LoadedScene scene = LoadScene();
        FrameJob job = _recorded.Job();
        FramePlanes planes = _recorded.Planes();
        var episode = Episode.Of(_recorded.CousinOf(scene.Scene, LoadTrajectory), catalog);
        IReadOnlyList<int> categories = _recorded.Categories(episode.Cousin);
        var settings = new RenderSettings
        {
            Msaa = Recorded.Msaa,
            Labels = planes.Kinds | FramePlanes.ObjectKinds,
            DepthFormat = planes.DepthFormat,
            DepthStepMetres = planes.DepthStepMetres,
            CategoryBits = Recorded.CategoryBits,
        };
        using var session = new RenderSession(device, shaders, scene.Scene, LoadEnvironment(episode.Cousin.Environment.Hdr), settings, [job.Chain], planes.Labels);
        using FrameOutput output = session.Submit(episode, [job], categories, record.Provenance.Seed).Wait();
        return planes.Of(output.Views[0], job, episode.Cousin).ToDictionary(plane => plane.Key, plane => StoredPicture.Of(record, plane.Key, Copied(plane.Value)), StringComparer.Ordinal);
    }

    private LoadedScene LoadScene()
    {
        LoadedScene scene = Composed(_assets.Load(Recorded.Scene));
        scene = scene with { Scene = RobotServos.In(scene.Scene, Recorded.Joints) };
        foreach ((string name, string sha256) in scene.Assets)
        {
            CheckAsset(name, sha256);
        }

        scene = scene with { Scene = StyleReplay.Textures(scene.Scene, record, _assets.Folder, catalog) };
        return Recorded.Variant is null || scene.Scene.Variants.Contains(Recorded.Variant, StringComparer.Ordinal)
            ? scene.In(Recorded.Variant)
            : throw new FormatException($"'provenance.render.variant': the scene has no variant '{Recorded.Variant}'.");
    }

    private LoadedScene Composed(LoadedScene scene)
    {
        try
        {
            return Recorded.Additions.IsEmpty ? scene : scene.With(Recorded.Additions, new(_assets));
        }
        catch (Exception e) when (e is CompositionException or ImageFormatException)
        {
            throw new ReplayException(e.Message);
        }
    }

    private JointTrajectory LoadTrajectory(string name)
    {
        (JointTrajectory trajectory, string sha256) = _assets.LoadTrajectory(name);
        CheckAsset(name, sha256);
        return trajectory;
    }

    private EquirectangularImage? LoadEnvironment(string? name)
    {
        if (name is null or EnvironmentLight.Studio)
        {
            return null;
        }

        LoadedEnvironment environment = _assets.LoadEnvironment(name);
        CheckAsset(name, environment.Sha256);
        return EquirectangularImage.From(environment.Image);
    }

    private void CheckAsset(string name, string sha256)
    {
        if (!record.Provenance.Assets.TryGetValue(name, out string? recorded) || recorded != sha256)
        {
            throw new ReplayException(
                $"{name} in {_assets.Folder} has SHA-256 {sha256}, the record of {record.Frame} says {recorded ?? "nothing"}. Give the folder of the original files with --assets.");
        }
    }

    private string? MissingAsset() =>
        record.Provenance.Assets.Keys.Where(name => !SceneLibrary.IsReference(name)).Select(name => Path.Combine(_assets.Folder, name)).FirstOrDefault(path => !File.Exists(path));

    private static PixelPlane Copied(PixelPlane plane) => plane with { Bytes = plane.Bytes.ToArray() };
}
