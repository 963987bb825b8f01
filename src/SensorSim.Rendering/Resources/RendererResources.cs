using SensorSim.Rendering.Environments;
using SensorSim.Rendering.Passes;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Caching;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Resources;

/// <summary>What a renderer holds on the device for as long as it lives.</summary>
internal sealed class RendererResources : IDisposable
{
    private readonly Device _device;
    private readonly UploadRing _uploads;
    private readonly DerivedDataCache? _cache;
    private readonly Sampler _linear;
    private readonly Sampler _shadowSampler;
    private readonly Sampler _nearest;
    private readonly DeviceImage _splitSum;
    private readonly Dictionary<(int Width, int Height, int Layers), RenderTargets> _targets = [];
    private readonly Dictionary<(int Slot, RenderTargets Targets), ResourceSet> _frameSets = [];
    private EnvironmentTextures _environment;

    public RendererResources(Device device, Scene twin, RenderSettings settings, DerivedDataCache? cache)
    {
        _device = device;
        _uploads = new(device);
        _cache = cache;
        FrameLayout = FrameBinding.CreateLayout(device);
        MaterialLayout = TextureStore.CreateLayout(device);
        Scene = new(device, MaterialLayout, _uploads, twin, new(settings.Anisotropy ?? (device.IsSoftware ? 1 : 16), settings.InterleaveTextures ?? (device.IsSoftware && settings.Anisotropy is null or 1)));
        Frames = new(device, settings.FramesInFlight);
        Buffers = [.. Enumerable.Range(0, settings.FramesInFlight).Select(_ => new FrameBuffers(device))];
        Results = new(device, settings.ReadbackSlots);
        _linear = new(device, SamplerDescription.LinearClamp with { MipFilter = SamplerFilter.Nearest, MaxLod = 0 });
        _shadowSampler = new(device, SamplerDescription.LinearClamp with { Compare = CompareOperation.GreaterOrEqual, MipFilter = SamplerFilter.Nearest });
        _nearest = new(device, SamplerDescription.NearestClamp);
        _splitSum = CreateSplitSum();
        _environment = new(device, _uploads, PrefilteredEnvironment.Dark);
    }

    public ResourceLayout FrameLayout { get; }

    public ResourceLayout MaterialLayout { get; }

    public GpuScene Scene { get; }

    public FramesInFlight Frames { get; }

    public FrameBuffers[] Buffers { get; }

    public ResultBlocks Results { get; }

    /// <summary>
    /// Whether surfaces are shaded where they are rasterized also with one sample. llvmpipe 22.3 keeps only so much code of compute shaders:
    /// with lamps and a dozen materials it compiles them again for every frame, and loses the memory of what it drops.
    /// </summary>
    public bool ShadesForward(FramePlan plan) => _device.IsSoftware && plan.HasLamps;

    public void LoadEnvironment(EquirectangularImage image)
    {
        var prepared = PrefilteredEnvironment.Of(image, _cache);
        _environment.Dispose();
        _environment = new(_device, _uploads, prepared);
    }

    /// <summary>A view ready to be recorded. Sets are bound anew for each frame: the slot's last frame has finished.</summary>
    public ViewRecording Recording(CommandRecorder recorder, FramePlan plan, ViewPlan view, int slot, DeviceBuffer results, ShadowPass shadows)
    {
        RenderTargets targets = TargetsFor(view, plan.LayerCount);
        if (!_frameSets.TryGetValue((slot, targets), out ResourceSet? set))
        {
            _frameSets.Add((slot, targets), set = new(_device, FrameLayout));
        }

        BindScene(set);
        BindFrame(set, Buffers[slot], shadows.MapsFor(plan), results);
        BindTargets(set, targets);
        return new(recorder, plan, view, Scene, targets, set, Buffers[slot].Views.OffsetOf(view.Index));
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned =
        [
            .. _frameSets.Values, .. _targets.Values, Results, .. Buffers, Frames, _environment, _splitSum, _nearest, _shadowSampler,
            _linear, Scene, MaterialLayout, FrameLayout, _uploads,
        ];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private RenderTargets TargetsFor(ViewPlan view, int layers)
    {
        (int Width, int Height, int Layers) key = (view.Intrinsics.Width, view.Intrinsics.Height, layers);
        if (!_targets.TryGetValue(key, out RenderTargets? targets))
        {
            _targets.Add(key, targets = new(_device, key.Width, key.Height, key.Layers, Scene.MaterialSlots + 2));
        }

        return targets;
    }

    private void BindScene(ResourceSet set)
    {
        GeometryBuffers geometry = Scene.Geometry;
        set.Set(FrameBinding.Positions, geometry.Positions.View)
            .Set(FrameBinding.Normals, geometry.Normals.View)
            .Set(FrameBinding.Tangents, geometry.Tangents.View)
            .Set(FrameBinding.Colors, geometry.Colors.View)
            .Set(FrameBinding.TexCoords1, geometry.TexCoords1.View)
            .Set(FrameBinding.Triangles, geometry.Triangles.View)
            .Set(FrameBinding.Prefiltered, _environment.Prefiltered.View, _linear)
            .Set(FrameBinding.Irradiance, _environment.Irradiance.View, _linear)
            .Set(FrameBinding.SplitSum, _splitSum.View, _linear);
    }

    private void BindFrame(ResourceSet set, FrameBuffers buffers, DeviceImage shadowMaps, DeviceBuffer results) => set
        .Set(FrameBinding.View, buffers.Views.Buffer, 0, ViewBuffer.BlockSize)
        .Set(FrameBinding.Objects, buffers.Poses.View)
        .Set(FrameBinding.DrawnObjects, buffers.Drawn.View)
        .Set(FrameBinding.Lamps, buffers.Lamps.Buffer)
        .Set(FrameBinding.LampWeights, buffers.LampWeights.Buffer)
        .Set(FrameBinding.Materials, buffers.Materials.View)
        .Set(FrameBinding.Categories, buffers.Categories.Buffer)
        .Set(FrameBinding.ShadowMaps, shadowMaps.View, _shadowSampler)
        .Set(FrameBinding.Planes, results);

    private void BindTargets(ResourceSet set, RenderTargets targets) => set
        .Set(FrameBinding.Visibility, targets.Visibility.View, _nearest)
        .Set(FrameBinding.SpanLists, targets.SpanLists)
        .Set(FrameBinding.Spans, targets.Spans)
        .Set(FrameBinding.SpanKinds, targets.SpanKinds)
        .Set(FrameBinding.SpanKindTexels, targets.SpanKindTexels)
        .Set(FrameBinding.Radiance, targets.Radiance);

    private DeviceImage CreateSplitSum()
    {
        var image = new DeviceImage(_device, new()
        {
            Width = SplitSumTable.Side,
            Height = SplitSumTable.Side,
            Format = PixelFormat.R32G32Float,
            Usage = ImageUsage.Sampled,
            Name = "split sum",
        });
        _device.Execute(recorder =>
        {
            recorder.Transition(image, ResourceState.Undefined, ResourceState.TransferDestination);
            _uploads.Upload<float>(recorder, SplitSumTable.Make(_cache), image);
            recorder.Transition(image, ResourceState.TransferDestination, ResourceState.ShaderSampled);
        });
        return image;
    }
}
