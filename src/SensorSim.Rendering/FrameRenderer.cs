using SensorSim.Rendering.Environments;
using SensorSim.Rendering.Passes;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Scenes.Caching;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering;

/// <summary>
/// Renders cousins of one twin: linear radiance layers for a consumer on the device and exact labels for the host. One thread submits;
/// frames overlap, and <see cref="Submit"/> waits only when too many are on their way or unread.
/// </summary>
public sealed class FrameRenderer : IDisposable
{
    private readonly RenderSettings _settings;
    private readonly RendererResources _resources;
    private readonly FramePasses _passes;
    private readonly ViewPasses _views;
    private readonly OtherInstants _others;

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
        _passes = new(new(device, shaders, _resources.FrameLayout, _resources.MaterialLayout, _resources.LayersLayout), settings, () => _resources.Surfaces);
        _views = new(_passes, settings, device.IsSoftware);
        _others = new(_resources, _passes, _views, settings);
    }

    /// <summary>Labelled objects of the twin; object i has instance id i + 1.</summary>
    public IReadOnlyList<Instance> Instances => _resources.Scene.Instances;

    /// <summary>Sets the light from all around; <see cref="EnvironmentLight"/> of a frame turns and scales it.</summary>
    public void LoadEnvironment(EquirectangularImage environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        _resources.LoadEnvironment(environment);
    }

    /// <summary>Holds one more environment on the device: that of frames whose <see cref="EnvironmentLight.Hdr"/> has this name.</summary>
    public void LoadEnvironment(string name, EquirectangularImage environment)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(environment);
        _resources.LoadEnvironment(name, environment);
    }

    /// <summary>Records and submits one frame; the ticket gives its results.</summary>
    /// <param name="request">The frame.</param>
    /// <param name="cancellation">Looked at between slices, and while results of earlier frames are waited for.</param>
    /// <exception cref="OperationCanceledException">The frame was given up; the next one is not touched by that.</exception>
    public FrameTicket Submit(FrameRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _resources.BeginFrame();
        request = CountedByRow(request);
        _others.Submit(request, cancellation);
        var recording = FrameRecording.Begin(_resources, _passes);
        FramePlan plan = recording.Plan(request, _settings);
        ResultLayout[] results = ResultLayout.Of(plan, _settings);
        ReadbackSlot readback = _resources.Results.Acquire(results[^1].End, cancellation);
        DeviceBuffer target = _resources.Results.Begin(recording.Recorder, readback, results);
        _passes.Coverage.Prepare(plan, recording.Buffers, target, recording.Slot);

        ViewRecording[] views = recording.Pose(plan, target);
        for (int i = 0; i < views.Length; i++)
        {
            _views.Record(views[i], results[i], target, recording.Slot, recording.Buffers);
        }

        _resources.Results.Finish(recording.Recorder, readback, results[^1].End);
        recording.Submit();
        return new(readback, _settings with { Labels = plan.Labels }, Instances.Count, [.. plan.Views.Zip(results)]) { LabelRows = request.LabelRows };
    }

    private FrameRequest CountedByRow(FrameRequest request) => request.LabelRows.Count > 0 && _settings.Labels.HasFlag(LabelKinds.Coverage)
        ? request with { RowCoverage = RowCoverage.Of(request.LabelRows, _resources.Scene, request.Views[0], _resources.Lenses) }
        : request;

    public void Dispose()
    {
        _passes.Dispose();
        _resources.Dispose();
    }
}
