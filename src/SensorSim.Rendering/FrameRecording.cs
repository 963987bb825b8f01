using SensorSim.Rendering.Passes;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering;

/// <summary>One submission while it is recorded: a slot of the frames in flight, and the scene in the pose of one instant.</summary>
internal sealed class FrameRecording
{
    private readonly RendererResources _resources;
    private readonly FramePasses _passes;

    private FrameRecording(RendererResources resources, FramePasses passes)
    {
        (_resources, _passes) = (resources, passes);
        Recorder = resources.Frames.Begin();
        Slot = resources.Frames.Slot;
    }

    public CommandRecorder Recorder { get; }

    /// <summary>Frame slot.</summary>
    public int Slot { get; }

    /// <summary>What the processor writes for it.</summary>
    public FrameBuffers Buffers => _resources.Buffers[Slot];

    /// <summary>Waits until the slot's last submission has finished.</summary>
    public static FrameRecording Begin(RendererResources resources, FramePasses passes) => new(resources, passes);

    /// <param name="request">The frame.</param>
    /// <param name="settings">The renderer's.</param>
    /// <param name="castsShadows">False where nothing is shaded.</param>
    public FramePlan Plan(FrameRequest request, RenderSettings settings, bool castsShadows = true) =>
        new(request, _resources.Scene, settings, Buffers, _resources.Lenses, castsShadows ? _passes.Shadows.Casters : null);

    /// <summary>Uploads a plan, puts the scene into its pose and casts its shadows.</summary>
    /// <param name="plan">Of this recording.</param>
    /// <param name="results">Where labels go.</param>
    /// <returns>The views, ready to be drawn.</returns>
    public ViewRecording[] Pose(FramePlan plan, DeviceBuffer results)
    {
        Buffers.Flush();
        _passes.Cull.Prepare(plan, Buffers, Slot);
        _passes.Deformation.Record(Recorder, plan.Request.Instance, _resources.Scene, Buffers, Slot);
        ViewRecording[] views = [.. plan.Views.Select(view => _resources.Recording(Recorder, plan, view, Slot, results, _passes.Shadows))];
        _passes.Shadows.Record(views[0].AtOrigin);
        return views;
    }

    public void Submit() => _resources.Frames.Submit(Recorder);
}
