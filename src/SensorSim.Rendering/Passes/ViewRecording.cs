using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Rendering.Twin;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>One view while its passes are recorded.</summary>
/// <param name="ViewOffset">Of its uniform block, bytes.</param>
/// <param name="OriginOffset">Of the block whose poses are around the scene's centre, for shadow maps.</param>
internal sealed record ViewRecording(
    CommandRecorder Recorder, FramePlan Frame, ViewPlan View, GpuScene Scene, RenderTargets Targets, ResourceSet FrameSet, uint ViewOffset, uint OriginOffset)
{
    /// <summary>The pinhole images of a camera with a lens.</summary>
    public IReadOnlyList<ViewRecording> Faces { get; init; } = [];

    /// <summary>The small canvas around the image of a camera with a lens; null where nothing is counted there.</summary>
    public ViewRecording? Wide { get; init; }

    /// <summary>Columns that are rendered; the targets may have more.</summary>
    public int Width => View.Intrinsics.Width;

    /// <summary>Rows that are rendered.</summary>
    public int Height => View.Intrinsics.Height;

    /// <summary>List of spans with an empty pixel; material slots come before it.</summary>
    public uint BackgroundList => (uint)Scene.MaterialSlots;

    /// <summary>List of spans with a surface.</summary>
    public uint CoveredList => BackgroundList + 1;

    public LightFeatures Light { get; } = LightFeatures.Of(Frame, View);

    public bool HasEnvironment => Light.HasEnvironment;

    /// <summary>The same frame around the scene's centre.</summary>
    public ViewRecording AtOrigin => this with { ViewOffset = OriginOffset };

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
