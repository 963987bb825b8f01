using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Rendering.Twin;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Passes;

/// <summary>One view while its passes are recorded.</summary>
/// <param name="ViewOffset">Of its uniform block, bytes.</param>
internal sealed record ViewRecording(
    CommandRecorder Recorder, FramePlan Frame, ViewPlan View, GpuScene Scene, RenderTargets Targets, ResourceSet FrameSet, uint ViewOffset)
{
    /// <summary>List of spans with an empty pixel; material slots come before it.</summary>
    public uint BackgroundList => (uint)Scene.MaterialSlots;

    /// <summary>List of spans with a surface.</summary>
    public uint CoveredList => BackgroundList + 1;

    public bool HasEnvironment => Frame.Request.Instance.Environment.Hdr is not null;

    public void Bind(Pipeline pipeline)
    {
        Recorder.Bind(pipeline);
        Recorder.Bind(0, FrameSet, ViewOffset);
    }

    /// <summary>Binds all textures of a material that is shaded.</summary>
    public void BindMaterial(int slot)
    {
        Recorder.Bind(1, Frame.Materials.Textures(slot));
        if (Frame.Materials.LayerTextures(slot) is { } layers)
        {
            Recorder.Bind(2, layers);
        }
    }
}
