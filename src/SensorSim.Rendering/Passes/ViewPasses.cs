using SensorSim.Rendering.Resources;
using SensorSim.Vulkan;

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

    /// <summary>A view of a frame.</summary>
    /// <param name="view">Ready to be drawn.</param>
    /// <param name="result">Where its results go.</param>
    /// <param name="target">The frame's result block.</param>
    /// <param name="slot">Frame slot.</param>
    /// <param name="buffers">What the processor wrote for the frame.</param>
    public void Record(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot, FrameBuffers buffers)
    {
        bool isShaded = view.View.Request is { Consumer: not null, IsSliced: false };
        passes.Cull.Record(view, hasFourSamples: isShaded && SampleShadingPass.Suits(view, settings.Msaa), slot);
        if (isShaded)
        {
            Shade(view, settings.Msaa, slot);
        }

        if (view.Frame.Request.LabelRows.Count > 0)
        {
            passes.RowLabels.Finish(view.Recorder, result, target);
        }
        else if ((settings.Labels & ~(LabelKinds.Coverage | LabelKinds.SoloMasks)) != LabelKinds.None)
        {
            RecordLabels(view, result, slot, isDrawn: isShaded && IsDeferred(view, settings.Msaa));
            RecordFlow(view, result, buffers, slot, LabelKinds.ForwardFlow, view.Frame.Request.After);
            RecordFlow(view, result, buffers, slot, LabelKinds.BackwardFlow, view.Frame.Request.Before);
        }

        passes.Coverage.Record(view, result, target, slot);
        Consume(view, result, target, slot);
    }

    /// <summary>The radiance at one instant, all layers.</summary>
    public void RecordRadiance(ViewRecording view, int samples, int slot)
    {
        passes.Cull.Record(view, SampleShadingPass.Suits(view, samples), slot);
        Shade(view, samples, slot);
    }

    private void Shade(ViewRecording view, int samples, int slot)
    {
        if (view.View.Rays is not null)
        {
            RecordThroughLens(view, samples, slot);
            return;
        }

        if (SampleShadingPass.Suits(view, samples))
        {
            passes.Samples.Record(view);
            return;
        }

        bool isDeferred = IsDeferred(view, samples);
        passes.Shadows.RecordCascades(view);
        if (isDeferred || view.Light.HasAmbientOcclusion)
        {
            passes.Visibility.RecordSolid(view);
        }

        if (view.Light.HasAmbientOcclusion)
        {
            passes.AmbientOcclusion.Record(view);
        }

        if (isDeferred)
        {
            passes.SpanSort.Record(view);
            passes.Shading.Record(view);
        }

        if (!isDeferred || view.View.Transparent.Length > 0)
        {
            RecordForward(view, samples, isOverBackground: !isDeferred);
        }
    }

    private void RecordThroughLens(ViewRecording view, int samples, int slot)
    {
        for (int i = 0; i < view.Faces.Count; i++)
        {
            RecordRadiance(view.Faces[i], 1, slot);
            passes.Resample.Record(view, i, samples);
        }
    }

    // What transmits light needs the finished opaque image; without it everything is drawn in one go.
    private void RecordForward(ViewRecording view, int samples, bool isOverBackground)
    {
        bool hasTransmission = view.View.HasTransmission;
        if (isOverBackground && hasTransmission)
        {
            passes.Forward.Record(view, samples, ForwardContent.Solid);
            passes.Resolve.Record(view, samples, isOverBackground);
        }

        if (hasTransmission)
        {
            BackdropPass.Record(view);
        }

        ForwardContent content = !isOverBackground ? ForwardContent.TransparentOverShaded
            : hasTransmission ? ForwardContent.TransparentOverSolid : ForwardContent.Everything;
        passes.Forward.Record(view, samples, content);
        passes.Resolve.Record(view, samples, isOverBackground);
    }

    // llvmpipe 22.3 keeps only so much code of compute shaders: with lamps and a dozen materials it compiles them again for every frame, and
    // loses the memory of what it drops. With lamps, software devices shade where surfaces are rasterized.
    private bool IsDeferred(ViewRecording view, int samples) => samples == 1 && view.View.Rays is null && !(isSoftware && view.Frame.Lamps.Count > 0);

    /// <summary>What labels see: opaque surfaces, and transparent ones where they are at least half opaque.</summary>
    public void RecordVisibility(ViewRecording view, int slot)
    {
        passes.Cull.Record(view, hasFourSamples: false, slot);
        Look(view, slot);
    }

    private void Look(ViewRecording view, int slot)
    {
        if (view.View.Rays is not null)
        {
            TraceThroughLens(view, slot);
            return;
        }

        passes.Visibility.RecordSolid(view);
        if (view.View.Transparent.Length > 0)
        {
            passes.Visibility.RecordTransparent(view);
        }
    }

    private void TraceThroughLens(ViewRecording view, int slot)
    {
        for (int i = 0; i < view.Faces.Count; i++)
        {
            RecordVisibility(view.Faces[i], slot);
            passes.Trace.Record(view, i);
        }

        passes.Trace.Finish(view);
    }

    private void RecordFlow(ViewRecording view, ResultLayout result, FrameBuffers buffers, int slot, LabelKinds label, OtherInstant? other)
    {
        if (other is not null && settings.Labels.HasFlag(label))
        {
            passes.Flow.Record(view, result, buffers, slot, label == LabelKinds.ForwardFlow, other);
        }
    }

    /// <summary>All labels that are images, but flow.</summary>
    /// <param name="view">Ready to be drawn.</param>
    /// <param name="result">Where they go.</param>
    /// <param name="slot">Frame slot.</param>
    /// <param name="isDrawn">Whether the visibility of what is opaque is there, and sorted.</param>
    public void RecordLabels(ViewRecording view, ResultLayout result, int slot, bool isDrawn)
    {
        bool hasTransparent = view.View.Transparent.Length > 0;
        if (!isDrawn)
        {
            Look(view, slot);
        }
        else if (hasTransparent)
        {
            passes.Visibility.RecordTransparent(view);
        }

        if (!isDrawn || hasTransparent)
        {
            passes.SpanSort.Record(view);
        }

        passes.Labels.Record(view, result);
        passes.Surfaces.Record(view, result);
        passes.MaterialLabels.Record(view, result);
    }

    private void Consume(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot)
    {
        if (view.View.Request.Consumer is not { } consumer)
        {
            return;
        }

        bool isSliced = view.View.Request.IsSliced;
        DeviceBuffer buffer = isSliced ? passes.Exposure.SumOf(view.View.Index, view.Targets.Width, view.Targets.Height) : view.Targets.Radiance;
        var radiance = new RadianceImage(buffer, view.Targets.Width, view.Targets.Height, isSliced ? 1 : view.Frame.Request.LayerCount, slot);
        foreach (ResourceState use in UsesByConsumers)
        {
            view.Recorder.Barrier(ResourceState.ShaderStorageWrite, use);
        }

        consumer.Record(view.Recorder, radiance, new(target, (ulong)result.Consumed.Offset, (ulong)result.Consumed.Size));
        view.Recorder.Barrier(ResourceState.TransferSource, ResourceState.ShaderStorageWrite);
        view.Recorder.Barrier(ResourceState.ShaderSampled, ResourceState.ShaderStorageWrite);
    }
}
