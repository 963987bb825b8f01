using SensorSim.Rendering.Environments;
using SensorSim.Rendering.Lenses;
using SensorSim.Rendering.Passes;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Caching;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Resources;

/// <summary>What a renderer holds on the device for as long as it lives.</summary>
internal sealed class RendererResources : IDisposable
{
    private readonly Device _device;
    private readonly UploadRing _uploads;
    private readonly DerivedDataCache? _cache;
    private readonly Lazy<SurfaceAttributes> _surfaces;
    private readonly FrameSets _sets;
    private readonly DeviceImage _splitSum;
    private readonly DeviceImage _sheenAlbedo;
    private readonly Dictionary<(int Width, int Height, int Layers, bool IsFace), RenderTargets> _targets = [];
    private readonly Dictionary<string, EnvironmentTextures> _environments = new(StringComparer.Ordinal);
    private EnvironmentTextures _environment;

    public RendererResources(Device device, Scene twin, RenderSettings settings, DerivedDataCache? cache)
    {
        _device = device;
        _uploads = new(device);
        _cache = cache;
        FrameLayout = FrameBinding.CreateLayout(device);
        MaterialLayout = TextureStore.CreateLayout(device);
        LayersLayout = TextureStore.CreateLayersLayout(device);
        Scene = new(device, MaterialLayout, LayersLayout, _uploads, twin, new(settings.Anisotropy ?? (device.IsSoftware ? 1 : 16), settings.InterleaveTextures ?? (device.IsSoftware && settings.Anisotropy is null or 1)));
        _surfaces = new(() => new(device, _uploads, Scene));
        Frames = new(device, settings.FramesInFlight);
        Buffers = [.. Enumerable.Range(0, settings.FramesInFlight).Select(_ => new FrameBuffers(device))];
        Lenses = new(device, _uploads, settings.LensRayBytes);
        Results = new(device, settings.ReadbackSlots, settings.ReadsBack);
        _splitSum = ShadingTable.Upload(device, _uploads, SplitSumTable.Values.Read(cache), SplitSumTable.Side, "split sum");
        _sheenAlbedo = ShadingTable.Upload(device, _uploads, SheenTable.Values.Read(cache), SheenTable.Side, "sheen albedo");
        _sets = new(device, FrameLayout);
        _environment = new(device, _uploads, PrefilteredEnvironment.Dark);
    }

    public ResourceLayout FrameLayout { get; }

    public ResourceLayout MaterialLayout { get; }

    public ResourceLayout LayersLayout { get; }

    public GpuScene Scene { get; }

    /// <summary>Made when something asks for it.</summary>
    public SurfaceAttributes Surfaces => _surfaces.Value;

    /// <summary>The rays of cameras with lenses, each computed when it is first seen.</summary>
    public LensMaps Lenses { get; }

    public FramesInFlight Frames { get; }

    public FrameBuffers[] Buffers { get; }

    public ResultBlocks Results { get; }

    public void LoadEnvironment(EquirectangularImage image)
    {
        var prepared = PrefilteredEnvironment.Of(image, _cache);
        _environment.Dispose();
        _environment = new(_device, _uploads, prepared);
    }

    /// <summary>One more, for cousins that name it.</summary>
    public void LoadEnvironment(string name, EquirectangularImage image)
    {
        if (_environments.Remove(name, out EnvironmentTextures? before))
        {
            before.Dispose();
        }

        _environments.Add(name, new(_device, _uploads, PrefilteredEnvironment.Of(image, _cache)));
    }

    /// <summary>Called before a frame is planned: gives up rays of lenses that are no longer used.</summary>
    public void BeginFrame()
    {
        foreach (RayMap gone in Lenses.BeginFrame())
        {
            _sets.Forget(gone.View);
        }
    }

    /// <summary>A view ready to be recorded. Sets are bound anew for each frame: the slot's last frame has finished.</summary>
    public ViewRecording Recording(CommandRecorder recorder, FramePlan plan, ViewPlan view, int slot, DeviceBuffer results, ShadowPass shadows)
    {
        RenderTargets targets = TargetsFor(view, plan.Request.LayerCount);
        if (view.HasTransmission)
        {
            targets.NeedBackdrop();
        }

        if (plan.Request.Instance.Environment.AmbientOcclusion is not null)
        {
            targets.NeedAmbient();
        }

        ResourceSet set = _sets.Of(slot, targets, view.Rays?.View);
        FrameSets.BindScene(set, Scene.Geometry);
        _sets.BindEnvironment(set, _environments.GetValueOrDefault(plan.Request.Instance.Environment.Hdr ?? "") ?? _environment, _splitSum, _sheenAlbedo);
        _sets.BindFrame(set, Buffers[slot], shadows.MapsFor(plan), results);
        _sets.BindTargets(set, targets);
        set.Set(FrameBinding.Rays, view.Rays?.View ?? Scene.Geometry.Positions.View); // of no use but to a lens
        return new(recorder, plan, view, Scene, targets, set, Buffers[slot].Views.OffsetOf(view.Index), Buffers[slot].Views.OffsetOf(plan.Drawn.Count))
        {
            Faces = [.. view.Faces.Select(face => Recording(recorder, plan, face, slot, results, shadows))],
            Wide = view.Wide is null ? null : Recording(recorder, plan, view.Wide, slot, results, shadows),
        };
    }

    public void Dispose()
    {
        if (_surfaces.IsValueCreated)
        {
            _surfaces.Value.Dispose();
        }

        IEnumerable<IDisposable> owned =
        [
            _sets, .. _targets.Values, Lenses, Results, .. Buffers, Frames, _environment, .. _environments.Values, _splitSum, _sheenAlbedo, Scene, LayersLayout, MaterialLayout, FrameLayout, _uploads,
        ];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private RenderTargets TargetsFor(ViewPlan view, int layers)
    {
        (int Width, int Height, int Layers, bool IsFace) key = (view.Request.Whole.Intrinsics.Width, view.Request.Whole.Intrinsics.Height, layers, view.IsFace);
        if (!_targets.TryGetValue(key, out RenderTargets? targets))
        {
            _targets.Add(key, targets = new(_device, key.Width, key.Height, key.Layers, Scene.MaterialSlots + 2));
        }

        return targets;
    }
}
