using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Rendering;
using SensorSim.Signals;

namespace SensorSim.Hosting.Runs;

/// <summary>Makes files and records of rendered frames, on the encoders' threads.</summary>
/// <param name="plan">The run.</param>
/// <param name="session">Where they were rendered.</param>
/// <param name="writer">Takes what is made.</param>
/// <param name="sights">Looks at what is made.</param>
internal sealed class FrameFiles(RunPlan plan, RenderSession session, DatasetWriter writer, CameraSights sights)
{
    private readonly FramePlanes _planes = new(plan.Labels, plan.DepthFile, plan.DepthScale) { PictureFile = plan.PictureFile, Source = PictureSource.Of(plan.Assets.Keys, plan.TextureStyle is { } style ? [style] : null) };
    private readonly FrameRecords _records = new(plan, session.DeviceClass, session.Shaders);
    private readonly FrameObjects _objects = new(plan);
    private readonly Lock _gate = new();

    /// <summary>Finished frames, also those of an earlier run that is resumed.</summary>
    public long Done { get; private set; } = writer.FinishedFrames.Count;

    /// <summary>Waits for the device, and gives the frame's share of its memory back.</summary>
    public void Write(PendingFrame frame, IProgress<long> progress)
    {
        using (frame)
        {
            ViewOutput view = frame.Frame.View(frame.View);
            IReadOnlyList<ObjectRecord> objects = _objects.Of(view, frame.Episode.Cousin);
            FrameRecord record = _records.Of(frame.Job, frame.Episode, objects, frame.Camera);
            record = record with { Rejected = record.Rejected ?? SignalGate.Verdict(frame.Job.Chain, view, record.Frame) };
            IReadOnlyDictionary<string, PixelPlane> planes = _planes.Of(view, frame.Job, frame.Episode.Cousin);
            sights.Note(frame.Job.View, objects, frame.Episode.Cousin, planes);
            writer.Write(new(record, planes) { Encodings = _planes.Encodings(view, frame.Job.Chain) });
        }

        lock (_gate)
        {
            progress.Report(++Done);
        }
    }
}
