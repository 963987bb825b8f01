using SensorSim.Rendering.Environments;
using SensorSim.Rendering.Passes;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Scenes.Caching;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering;

/// <summary>
/// Renders cousins of one twin: linear radiance layers for a consumer on the device and exact labels for the host. One thread submits;
/// frames overlap, and <see cref="Submit"/> waits only when too many are on their way or unread.
/// </summary>
public sealed class FrameRenderer : IDisposable
{
    /// <summary>How consumers read radiance and write their results.</summary>
    private static readonly ResourceState[] UsesByConsumers =
        [ResourceState.ShaderSampled, ResourceState.ShaderStorageWrite, ResourceState.TransferSource, ResourceState.TransferDestination];

    private readonly RenderSettings _settings;
    private readonly RendererResources _resources;
    private readonly FramePasses _passes;

    /// <param name="device">Must outlive the renderer.</param>
    /// <param name="shaders">The shaders folder.</param>
    /// <param name="twin">Its geometry and textures go to the device once.</param>
    /// <param name="settings">The same for every frame.</param>
    /// <param name="cache">Keeps what is computed from environments for the next run; null computes it.</param>
    public FrameRenderer(Device device, ShaderLibrary shaders, Scene twin, RenderSettings settings, DerivedDataCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(shaders);
        ArgumentNullException.ThrowIfNull(twin);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        _settings = settings;
        _resources = new(device, twin, settings, cache);
        _passes = new(new(device, shaders, _resources.FrameLayout, _resources.MaterialLayout), settings);
    }

    /// <summary>Labelled objects of the twin; object i has instance id i + 1.</summary>
    public IReadOnlyList<Instance> Instances => _resources.Scene.Instances;

    /// <summary>Sets the light from all around; <see cref="EnvironmentLight"/> of a frame turns and scales it.</summary>
    public void LoadEnvironment(EquirectangularImage environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        _resources.LoadEnvironment(environment);
    }

    /// <summary>Records and submits one frame; the ticket gives its results.</summary>
    public FrameTicket Submit(FrameRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CommandRecorder recorder = _resources.Frames.Begin();
        int slot = _resources.Frames.Slot;
        FrameBuffers buffers = _resources.Buffers[slot];
        var plan = new FramePlan(request, _resources.Scene, _settings, buffers);
        buffers.Flush();

        ResultLayout[] results = ResultLayout.Of(plan, _settings);
        ReadbackSlot readback = _resources.Results.Acquire(results[^1].End, cancellation);
        DeviceBuffer target = _resources.Results.Begin(recorder, readback, results);
        _passes.Deformation.Record(recorder, request.Instance, _resources.Scene, buffers, slot);
        _passes.Coverage.Prepare(plan, buffers, target, slot);

        ViewRecording[] views = [.. plan.Views.Select(view => _resources.Recording(recorder, plan, view, slot, target, _passes.Shadows))];
        _passes.Shadows.Record(views[0] with { ViewOffset = buffers.Views.OffsetOf(plan.Views.Length) });
        for (int i = 0; i < views.Length; i++)
        {
            RecordView(views[i], results[i], target, slot);
        }

        _resources.Results.Finish(recorder, readback, results[^1].End);
        _resources.Frames.Submit(recorder);
        return new(readback, _settings, Instances.Count, [.. plan.Views.Zip(results)]);
    }

    public void Dispose()
    {
        _passes.Dispose();
        _resources.Dispose();
    }

    private void RecordView(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot)
    {
        bool isShaded = view.View.Request.Consumer is not null;
        bool hasLabels = (_settings.Labels & ~LabelKinds.Coverage) != LabelKinds.None;
        bool hasBlended = view.View.Blended.Length > 0;
        bool isDeferred = isShaded && _settings.Msaa == 1 && !_resources.ShadesForward(view.Frame);

        if (isDeferred || hasLabels)
        {
            _passes.Visibility.RecordSolid(view);
        }

        if (isDeferred)
        {
            _passes.SpanSort.Record(view);
            _passes.Shading.Record(view);
        }

        if (isShaded && (!isDeferred || hasBlended))
        {
            _passes.Forward.Record(view, _settings.Msaa, drawsSolid: !isDeferred);
            _passes.Resolve.Record(view, _settings.Msaa, isOverBackground: !isDeferred);
        }

        if (hasLabels)
        {
            RecordLabels(view, result, isSorted: isDeferred && !hasBlended);
        }

        _passes.Coverage.Record(view, result, slot);
        Consume(view, result, target, slot);
    }

    private void RecordLabels(ViewRecording view, ResultLayout result, bool isSorted)
    {
        if (view.View.Blended.Length > 0)
        {
            _passes.Visibility.RecordBlended(view);
        }

        if (!isSorted)
        {
            _passes.SpanSort.Record(view);
        }

        _passes.Labels.Record(view, result);
    }

    private static void Consume(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot)
    {
        if (view.View.Request.Consumer is not { } consumer)
        {
            return;
        }

        var radiance = new RadianceImage(view.Targets.Radiance, view.Targets.Width, view.Targets.Height, view.Frame.Request.LayerCount, slot);
        foreach (ResourceState use in UsesByConsumers)
        {
            view.Recorder.Barrier(ResourceState.ShaderStorageWrite, use);
        }

        consumer.Record(view.Recorder, radiance, new(target, (ulong)result.Consumed.Offset, (ulong)result.Consumed.Size));
        view.Recorder.Barrier(ResourceState.TransferSource, ResourceState.ShaderStorageWrite);
        view.Recorder.Barrier(ResourceState.ShaderSampled, ResourceState.ShaderStorageWrite);
    }
}
