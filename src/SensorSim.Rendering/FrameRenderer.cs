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
    private readonly RenderSettings _settings;
    private readonly RenderSettings _withoutLabels;
    private readonly RenderSettings _imageLabels;
    private readonly RendererResources _resources;
    private readonly FramePasses _passes;
    private readonly ViewPasses _views;

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
        _withoutLabels = settings with { Labels = LabelKinds.None };
        _imageLabels = settings with { Labels = settings.Labels & ~(LabelKinds.Coverage | LabelKinds.SoloMasks) };
        _resources = new(device, twin, settings, cache);
        _passes = new(new(device, shaders, _resources.FrameLayout, _resources.MaterialLayout, _resources.LayersLayout), settings, () => _resources.Surfaces);
        _views = new(_passes, settings, device.IsSoftware);
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
        Expose(request);
        LabelByRow(request);
        See(request, request.After, LabelKinds.ForwardFlow);
        See(request, request.Before, LabelKinds.BackwardFlow);
        (CommandRecorder recorder, int slot, FrameBuffers buffers) = Begin();
        var plan = new FramePlan(request, _resources.Scene, _settings, buffers, _resources.Lenses);
        ResultLayout[] results = ResultLayout.Of(plan, _settings);
        ReadbackSlot readback = _resources.Results.Acquire(results[^1].End, cancellation);
        DeviceBuffer target = _resources.Results.Begin(recorder, readback, results);
        _passes.Coverage.Prepare(plan, buffers, target, slot);

        ViewRecording[] views = Pose(recorder, plan, slot, target);
        CastShadows(views);
        for (int i = 0; i < views.Length; i++)
        {
            _views.Record(views[i], results[i], target, slot, buffers);
        }

        _resources.Results.Finish(recorder, readback, results[^1].End);
        _resources.Frames.Submit(recorder);
        return new(readback, _settings with { Labels = plan.Labels }, Instances.Count, [.. plan.Views.Zip(results)]);
    }

    public void Dispose()
    {
        _passes.Dispose();
        _resources.Dispose();
    }

    // Each slice is a submission of its own: they follow one another on the device, and only the sums stay.
    private void Expose(FrameRequest request)
    {
        var begun = new HashSet<int>();
        foreach (ExposureSlice slice in request.Slices)
        {
            (CommandRecorder recorder, int slot, FrameBuffers buffers) = Begin();
            (int Index, SliceView View)[] exposed = [.. slice.Views.Index().Where(view => view.Item is not null).Select(view => (view.Index, view.Item!))];
            buffers.RowWeights.Write<float>([.. exposed.SelectMany(view => view.View.RowWeights).Select(weight => (float)weight)]);
            ViewRecording[] views = Pose(recorder, new(request.In(slice), _resources.Scene, _withoutLabels, buffers, _resources.Lenses), slot, buffers.LampWeights.Buffer);
            CastShadows(views);
            int firstWeight = 0;
            foreach ((ViewRecording view, (int index, SliceView exposure)) in views.Zip(exposed))
            {
                _views.RecordRadiance(view, slice.Samples ?? _settings.Msaa, slot);
                _passes.Exposure.Record(view, index, slot, buffers, firstWeight, isFirst: begun.Add(index));
                firstWeight += exposure.RowWeights.Length;
            }

            _resources.Frames.Submit(recorder);
        }
    }

    // Labels whose rows have instants of their own: each group of rows is a submission, and the frame's takes what they left.
    private void LabelByRow(FrameRequest request)
    {
        foreach ((int i, LabelRows rows) in request.LabelRows.Index())
        {
            (CommandRecorder recorder, int slot, FrameBuffers buffers) = Begin();
            var plan = new FramePlan(request.In(rows), _resources.Scene, _imageLabels, buffers, _resources.Lenses);
            ResultLayout layout = ResultLayout.Of(plan, _imageLabels)[0];
            ViewRecording view = Pose(recorder, plan, slot, _passes.RowLabels.Begin(recorder, layout, isFirst: i == 0))[0];
            _views.RecordLabels(view, layout, slot, isDrawn: false);
            _resources.Frames.Submit(recorder);
        }
    }

    // What the views see at another instant, for flow between the two.
    private void See(FrameRequest request, OtherInstant? other, LabelKinds label)
    {
        if (other is null || !_settings.Labels.HasFlag(label))
        {
            return;
        }

        (CommandRecorder recorder, int slot, FrameBuffers buffers) = Begin();
        FrameRequest instant = new(other.Instance, [.. other.Cameras.Select(camera => new ViewRequest(camera, null))]) { LayerWeights = request.LayerWeights };
        bool isForward = label == LabelKinds.ForwardFlow;
        ViewRecording[] views = Pose(recorder, new(instant, _resources.Scene, _withoutLabels, buffers, _resources.Lenses), slot, buffers.LampWeights.Buffer);
        _passes.Flow.KeepPositions(views[0], isForward);
        foreach (ViewRecording view in views)
        {
            _views.RecordVisibility(view, slot);
            _passes.Flow.KeepVisibility(view, isForward);
        }

        _resources.Frames.Submit(recorder);
    }

    private (CommandRecorder Recorder, int Slot, FrameBuffers Buffers) Begin()
    {
        CommandRecorder recorder = _resources.Frames.Begin();
        return (recorder, _resources.Frames.Slot, _resources.Buffers[_resources.Frames.Slot]);
    }

    /// <summary>Uploads the plan and puts the scene into its pose; the views, ready to be drawn.</summary>
    private ViewRecording[] Pose(CommandRecorder recorder, FramePlan plan, int slot, DeviceBuffer results)
    {
        FrameBuffers buffers = _resources.Buffers[slot];
        buffers.Flush();
        _passes.Cull.Prepare(plan, buffers, slot);
        _passes.Deformation.Record(recorder, plan.Request.Instance, _resources.Scene, buffers, slot);
        return [.. plan.Views.Select(view => _resources.Recording(recorder, plan, view, slot, results, _passes.Shadows))];
    }

    private void CastShadows(ViewRecording[] views) => _passes.Shadows.Record(views[0].AtOrigin);
}
