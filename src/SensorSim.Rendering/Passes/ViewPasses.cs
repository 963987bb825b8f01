using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Passes;

/// <summary>What is recorded for one view: its radiance, its labels, and what a consumer makes of the radiance.</summary>
/// <param name="passes">The passes.</param>
/// <param name="settings">The renderer's.</param>
/// <param name="isSoftware">Whether the device is a processor.</param>
internal sealed class ViewPasses(FramePasses passes, RenderSettings settings, bool isSoftware)
{
    /// <summary>How consumers read radiance and write their results.</summary>
    private static readonly ResourceState[] UsesByConsumers =
        [ResourceState.ShaderSampled, ResourceState.ShaderStorageWrite, ResourceState.TransferSource, ResourceState.TransferDestination];

    public RadiancePasses Radiance { get; } = new(passes, isSoftware);

    public LabelPasses Labels { get; } = new(passes, settings.Labels);

    /// <summary>A view of a frame.</summary>
    /// <param name="view">Ready to be drawn.</param>
    /// <param name="result">Where its results go.</param>
    /// <param name="target">The frame's result block.</param>
    /// <param name="slot">Frame slot.</param>
    /// <param name="buffers">What the processor wrote for the frame.</param>
    public void Record(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot, FrameBuffers buffers)
    {
        bool isShaded = view.View.Request is { Consumer: not null, IsSliced: false };
        passes.Cull.Record(view, hasFourSamples: isShaded && SampleShadingPass.Suits(view, settings.Msaa));
        if (isShaded)
        {
            Radiance.Shade(view, settings.Msaa);
        }

        if (view.Frame.Request.LabelRows.Count > 0)
        {
            passes.RowLabels.Finish(view.Recorder, result, target);
        }
        else if ((settings.Labels & ~(LabelKinds.Coverage | LabelKinds.SoloMasks)) != LabelKinds.None)
        {
            Labels.Record(view, result, isDrawn: isShaded && Radiance.IsDeferred(view, settings.Msaa));
            Labels.RecordFlow(view, result, buffers, slot, LabelKinds.ForwardFlow, view.Frame.Request.After);
            Labels.RecordFlow(view, result, buffers, slot, LabelKinds.BackwardFlow, view.Frame.Request.Before);
        }

        passes.Coverage.Record(view, result, target, slot);
        Consume(view, result, target, slot);
    }

    private void Consume(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot)
    {
        if (view.View.Request.Consumer is not { } consumer)
        {
            return;
        }

        bool isSliced = view.View.Request.IsSliced;
        DeviceBuffer buffer = isSliced ? passes.Exposure.SumOf(view.View.Index, view.Width, view.Height) : view.Targets.Radiance;
        var radiance = new RadianceImage(buffer, view.Width, view.Height, isSliced ? 1 : view.Frame.Request.LayerCount, slot);
        foreach (ResourceState use in UsesByConsumers)
        {
            view.Recorder.Barrier(ResourceState.ShaderStorageWrite, use);
        }

        consumer.Record(view.Recorder, radiance, new(target, (ulong)result.Consumed.Offset, (ulong)result.Consumed.Size));
        view.Recorder.Barrier(ResourceState.TransferSource, ResourceState.ShaderStorageWrite);
        view.Recorder.Barrier(ResourceState.ShaderSampled, ResourceState.ShaderStorageWrite);
    }
}
