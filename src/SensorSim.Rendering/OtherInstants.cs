using SensorSim.Rendering.Passes;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering;

/// <summary>
/// What a frame takes from other instants than its own: the slices of its exposure, labels of groups of rows, and what flow leads to and comes from.
/// Each is a submission before the frame's; they follow one another on the device, and only what the frame needs of them stays.
/// </summary>
internal sealed class OtherInstants(RendererResources resources, FramePasses passes, ViewPasses views, RenderSettings settings)
{
    private readonly RenderSettings _withoutLabels = settings with { Labels = LabelKinds.None };

    /// <summary>All that a frame needs; an exposure may have thousands of slices, and is given up between two of them.</summary>
    /// <exception cref="OperationCanceledException">Not all was submitted.</exception>
    public void Submit(FrameRequest request, CancellationToken cancellation)
    {
        var begun = new HashSet<int>();
        foreach (ExposureSlice slice in request.Slices)
        {
            cancellation.ThrowIfCancellationRequested();
            Expose(request, slice, begun);
        }

        foreach ((int i, LabelRows rows) in request.LabelRows.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            LabelByRow(request, rows, isFirst: i == 0, isLast: i == request.LabelRows.Count - 1);
        }

        See(request, request.After, LabelKinds.ForwardFlow);
        See(request, request.Before, LabelKinds.BackwardFlow);
    }

    private void Expose(FrameRequest request, ExposureSlice slice, HashSet<int> begun)
    {
        var recording = FrameRecording.Begin(resources, passes);
        (int Index, SliceView View)[] exposed = [.. slice.Views.Index().Where(view => view.Item is not null).Select(view => (view.Index, view.Item!))];
        recording.Buffers.RowWeights.Write<float>([.. exposed.SelectMany(view => view.View.RowWeights).Select(weight => (float)weight)]);
        FramePlan plan = recording.Plan(request.In(slice), _withoutLabels);
        ViewRecording[] posed = recording.Pose(plan, recording.Buffers.LampWeights.Buffer);
        int firstWeight = 0;
        foreach ((ViewRecording view, (int index, SliceView exposure)) in posed.Zip(exposed))
        {
            views.Radiance.Record(view, slice.Samples ?? settings.Msaa);
            passes.Exposure.Record(view, exposure, index, recording.Slot, recording.Buffers, firstWeight, isFirst: begun.Add(index));
            firstWeight += exposure.RowWeights.Length;
        }

        recording.Submit();
    }

    // Labels whose rows have instants of their own: the frame takes what the groups of rows left.
    private void LabelByRow(FrameRequest request, LabelRows rows, bool isFirst, bool isLast)
    {
        var recording = FrameRecording.Begin(resources, passes);
        FramePlan plan = recording.Plan(request.In(rows), settings, castsShadows: false);
        ResultLayout layout = ResultLayout.Of(plan, settings)[0];
        DeviceBuffer gathered = passes.RowLabels.Begin(recording.Recorder, layout, isFirst);
        passes.Coverage.Prepare(plan, recording.Buffers, gathered, recording.Slot);
        ViewRecording view = recording.Pose(plan, gathered)[0];
        views.Labels.Record(view, layout, isDrawn: false);
        passes.Coverage.RecordRows(view, layout, gathered, recording.Slot, isFirst, isLast);
        recording.Submit();
    }

    private void See(FrameRequest request, OtherInstant? other, LabelKinds label)
    {
        if (other is null || !settings.Labels.HasFlag(label))
        {
            return;
        }

        var recording = FrameRecording.Begin(resources, passes);
        FrameRequest instant = new(other.Instance, [.. other.Cameras.Select(camera => new ViewRequest(camera, null))]) { LayerWeights = request.LayerWeights };
        FramePlan plan = recording.Plan(instant, _withoutLabels, castsShadows: false);
        ViewRecording[] posed = recording.Pose(plan, recording.Buffers.LampWeights.Buffer);
        bool isForward = label == LabelKinds.ForwardFlow;
        passes.Flow.KeepPositions(posed[0], isForward);
        foreach (ViewRecording view in posed)
        {
            views.Labels.RecordVisibility(view);
            passes.Flow.KeepVisibility(view, isForward);
        }

        recording.Submit();
    }
}
