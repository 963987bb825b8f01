using SensorSim.Rendering.Resources;

namespace SensorSim.Rendering.Passes;

/// <summary>The labels of a view that are images, and the visibility that they are taken from; through a lens, traced on its faces.</summary>
/// <param name="passes">The passes.</param>
/// <param name="labels">What is asked for.</param>
internal sealed class LabelPasses(FramePasses passes, LabelKinds labels)
{
    /// <summary>All labels that are images, but flow.</summary>
    /// <param name="view">Ready to be drawn.</param>
    /// <param name="result">Where they go.</param>
    /// <param name="isDrawn">Whether the visibility of what is opaque is there, and sorted.</param>
    public void Record(ViewRecording view, ResultLayout result, bool isDrawn)
    {
        bool hasTransparent = view.View.Transparent.Length > 0;
        if (!isDrawn)
        {
            Look(view);
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

    /// <summary>Flow between this instant and another; nothing where it is not asked for, or where there is no such instant.</summary>
    public void RecordFlow(ViewRecording view, ResultLayout result, FrameBuffers buffers, int slot, LabelKinds label, OtherInstant? other)
    {
        if (other is not null && labels.HasFlag(label))
        {
            passes.Flow.Record(view, result, buffers, slot, label == LabelKinds.ForwardFlow, other);
        }
    }

    /// <summary>What labels see: opaque surfaces, and transparent ones where they are at least half opaque.</summary>
    public void RecordVisibility(ViewRecording view)
    {
        passes.Cull.Record(view, hasFourSamples: false);
        Look(view);
    }

    private void Look(ViewRecording view)
    {
        if (view.View.Rays is not null)
        {
            TraceThroughLens(view);
            return;
        }

        passes.Visibility.RecordSolid(view);
        if (view.View.Transparent.Length > 0)
        {
            passes.Visibility.RecordTransparent(view);
        }
    }

    private void TraceThroughLens(ViewRecording view)
    {
        for (int i = 0; i < view.Faces.Count; i++)
        {
            RecordVisibility(view.Faces[i]);
            passes.Trace.Record(view, i);
        }

        passes.Trace.Finish(view);
    }
}
