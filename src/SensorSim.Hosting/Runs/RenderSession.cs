using SensorSim.Cameras;
using SensorSim.Plugins;
using SensorSim.Randomness;
using SensorSim.Rendering;
using SensorSim.Rendering.Environments;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Runs;

/// <summary>
/// The device's side of a run: one scene on the device, one compiled runner for each structure of sensor chain. Used by one thread.
/// </summary>
public sealed class RenderSession : IDisposable
{
    /// <summary>Cameras that automatic exposure looks through.</summary>
    public const int MeteredViews = 32;

    private const string Passes = "passes";

    private const string SliceDraw = "exposure.slices";

    private readonly FrameRenderer _renderer;
    private readonly LabelKinds _labels;
    private readonly LabelSet _wanted;
    private readonly ShaderLibrary _library;
    private readonly ChainRunners _sensors;

    /// <param name="device">Must outlive the session.</param>
    /// <param name="shaders">The project's shaders.</param>
    /// <param name="scene">The twin.</param>
    /// <param name="environment">Light from all around; null is the built-in studio.</param>
    /// <param name="settings">The same for every frame.</param>
    /// <param name="chains">Of every camera.</param>
    /// <param name="labels">What is wanted of a sensor's frame beside its picture.</param>
    /// <exception cref="PluginException">A stage's GLSL is wrong.</exception>
    public RenderSession(
        Device device, ShaderLibrary shaders, Scene scene, EquirectangularImage? environment, RenderSettings settings, IEnumerable<SensorChain> chains, LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(shaders);
        ArgumentNullException.ThrowIfNull(chains);
        ArgumentNullException.ThrowIfNull(settings);
        _labels = settings.Labels;
        shaders.CompileFolder(Passes);
        DeviceClass = device.PhysicalDevice.DeviceClass;
        _renderer = new(device, shaders, scene, settings, new(UserCacheFolder.Of("environments"), typeof(FrameRenderer).Module));
        _renderer.LoadEnvironment(environment ?? StudioEnvironment.Create());
        (_library, _wanted, _sensors) = (shaders, labels, new(device, shaders));
        UseChains(chains);
    }

    /// <summary>Vendor, device name and driver version.</summary>
    public string DeviceClass { get; }

    /// <summary>Shader → SHA-256 of its SPIR-V: everything that a frame of this session may run.</summary>
    public IReadOnlyDictionary<string, string> Shaders => ShaderDigests.Join([_library.CompileFolder(Passes), .. _sensors.Shaders]);

    /// <summary>Makes ready for other chains; what is compiled for the same structure stays. Scene and lights stay on the device.</summary>
    /// <param name="chains">Every chain that will run from now on.</param>
    /// <exception cref="PluginException">A stage's GLSL is wrong; the session stays as it was.</exception>
    public void UseChains(IEnumerable<SensorChain> chains)
    {
        ArgumentNullException.ThrowIfNull(chains);
        _sensors.Use(chains.SelectMany(chain => CapturedChains.Of(chain, _wanted).All));
    }

    /// <summary>Holds one more environment on the device, for cousins that name it.</summary>
    /// <param name="name">As cousins have it.</param>
    /// <param name="environment">Null is the built-in studio.</param>
    public void LoadEnvironment(string name, EquirectangularImage? environment) => _renderer.LoadEnvironment(name, environment ?? StudioEnvironment.Create());

    /// <summary>Told of each frame before it is rendered: its camera, how many instants of the exposure it is the sum of, 0 for one image, whether there is a lens, and the exposure in seconds.</summary>
    internal Action<string, int, bool, double> Blurred { get; set; } = (_, _, _, _) => { };

    /// <summary>Passes of sensor chains that the device is in. Safe from any thread.</summary>
    public IEnumerable<PassInProgress> Running => _sensors.Running;

    /// <summary>Renders the jobs of one step in one submission.</summary>
    /// <param name="episode">The cousin.</param>
    /// <param name="jobs">Its frames; all of one step. One whose labels are of each row's instant is alone.</param>
    /// <param name="categories">Category of instance id i + 1.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stop">Gives the step up, between two slices of an exposure.</param>
    /// <exception cref="OperationCanceledException">The step was given up.</exception>
    public FrameTicket Submit(Episode episode, IReadOnlyList<FrameJob> jobs, IReadOnlyList<int> categories, ulong seed, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentNullException.ThrowIfNull(jobs);
        ExposedCamera[] cameras = [.. jobs.Select(job => new ExposedCamera(instant => CameraPlacement.Carried(job.View, job.Shot.Carrier, instant, job.Shot.Motion), job.Exposure, job.Shot.Lens))];
        SlicedExposure[] exposures = [.. cameras.Select(camera => new SlicedExposure(episode.Cousin, camera))];
        foreach ((FrameJob job, SlicedExposure exposure) in jobs.Zip(exposures))
        {
            Blurred(job.View.Name, exposure.Count, job.Shot.Lens is not null, job.Exposure.DurationSeconds);
        }

        ViewRequest[] views = [.. jobs.Zip(exposures, (job, exposure) =>
            new ViewRequest(job.View, Consumer(episode, job, exposure.Count > 0, seed)) { IsSliced = exposure.Count > 0 })];
        var random = new RandomStream(RandomKey.ForDraw(seed, jobs[0].Cousin, SliceDraw), 0, (uint)jobs[0].Step, 0);
        return _renderer.Submit(RequestOf(episode, views, categories) with
        {
            LabelRows = jobs is [{ LabelTime: LabelTime.PerRow }] ? RowLabels.Of(episode.Cousin, cameras[0]) : [],
            Slices = SlicedExposure.Together(exposures, episode.Flicker, random),
            After = Other(episode, jobs, LabelKinds.ForwardFlow, jobs[0].Shot.NextSeconds),
            Before = Other(episode, jobs, LabelKinds.BackwardFlow, jobs[0].Shot.PreviousSeconds),
        }, stop);
    }

    private OtherInstant? Other(Episode episode, IReadOnlyList<FrameJob> jobs, LabelKinds label, double? seconds)
    {
        if (seconds is not { } instant || !_labels.HasFlag(label))
        {
            return null;
        }

        SceneInstance cousin = episode.Cousin.At(instant);
        return new(cousin, [.. jobs.Select(job => CameraPlacement.Carried(job.View, job.Shot.Carrier, cousin, job.Shot.Motion))]);
    }

    /// <summary>
    /// Automatic exposure of a sample: the display value of one nit, from small views of at most <see cref="MeteredViews"/> of its cameras,
    /// evenly picked. Waits for the device.
    /// </summary>
    public double MeterExposure(Episode episode, IReadOnlyList<CameraView> views)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentNullException.ThrowIfNull(views);
        int count = Math.Min(views.Count, MeteredViews);
        FrameRequest request = RequestOf(episode, [.. Enumerable.Range(0, count).Select(i => new ViewRequest(views[i * views.Count / count], null))], null);
        using FrameOutput output = _renderer.Submit(AutoExposure.Prepass(request)).Wait();
        return AutoExposure.ScaleOf(output);
    }

    public void Dispose()
    {
        _sensors.Dispose();
        _renderer.Dispose();
    }

    private static FrameRequest RequestOf(Episode episode, IReadOnlyList<ViewRequest> views, IReadOnlyList<int>? categories) => new(episode.Cousin, views)
    {
        LayerWeights = episode.LayerWeights.Count == 0 ? null : episode.LayerWeights,
        Categories = categories,
    };

    // Slices are added up with the rows' windows in their weights: what remains is one layer that counts fully.
    private SensorCaptures Consumer(Episode episode, FrameJob job, bool isSliced, ulong seed)
    {
        int height = job.View.Intrinsics.Height;
        SensorFrame frame = job.SensorFrame(isSliced ? [.. Enumerable.Repeat(1.0, height)] : episode.Flicker.RowWeights(job.Exposure, height), seed);
        return new([.. CapturedChains.Of(job.Chain, _wanted).All.Select(chain => new SensorCapture(_sensors.For(chain), chain, frame))]);
    }
}
