using System.Collections.Concurrent;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Records;
using SensorSim.Rendering;
using SensorSim.Signals;

namespace SensorSim.Hosting.Runs;

/// <summary>Makes files and records of rendered frames, on the encoders' threads.</summary>
/// <param name="plan">The run.</param>
/// <param name="session">Where they were rendered.</param>
/// <param name="writer">Takes what is made.</param>
internal sealed class FrameFiles(RunPlan plan, RenderSession session, DatasetWriter writer)
{
    private readonly FramePlanes _planes = new(plan.Labels, plan.DepthFile, plan.DepthScale) { PictureFile = plan.PictureFile, Source = PictureSource.Of(plan.Assets.Keys, plan.TextureStyle is { } style ? [style] : null) };
    private readonly FrameRecords _records = new(plan, session.DeviceClass, session.Shaders);
    private readonly FrameObjects _objects = new(plan);
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, bool> _sawSomething = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PictureLevels> _levels = new(StringComparer.Ordinal);

    /// <summary>Finished frames, also those of an earlier run that is resumed.</summary>
    public long Done { get; private set; } = writer.FinishedFrames.Count;

    /// <summary>Cameras in none of whose frames, as far as they were rendered here, is anything to be seen.</summary>
    public IEnumerable<string> CamerasThatSawNothing => _sawSomething.Where(camera => !camera.Value).Select(camera => camera.Key).Order(StringComparer.Ordinal);

    /// <summary>How bright each camera's pictures are, as far as they were rendered here, by its name.</summary>
    public IEnumerable<KeyValuePair<string, PictureLevels>> Levels => _levels.OrderBy(camera => camera.Key, StringComparer.Ordinal);

    /// <summary>Waits for the device, and gives the frame's share of its memory back.</summary>
    public void Write(PendingFrame frame, IProgress<long> progress)
    {
        using (frame)
        {
            ViewOutput view = frame.Frame.View(frame.View);
            IReadOnlyList<ObjectRecord> objects = _objects.Of(view, frame.Episode.Cousin);
            FrameRecord record = _records.Of(frame.Job, frame.Episode, objects, frame.Camera);
            record = record with { Rejected = record.Rejected ?? SignalGate.Verdict(frame.Job.Chain, view, record.Frame) };
            bool sees = objects.Any(thing => thing.VisiblePx > 0);
            _sawSomething.AddOrUpdate(frame.Job.View.Name, sees, (_, before) => before || sees);
            IReadOnlyDictionary<string, PixelPlane> planes = _planes.Of(view, frame.Job, frame.Episode.Cousin);
            Count(frame.Job.View.Name, planes);
            writer.Write(new(record, planes) { Encodings = _planes.Encodings(view, frame.Job.Chain) });
        }

        lock (_gate)
        {
            progress.Report(++Done);
        }
    }

    private void Count(string camera, IReadOnlyDictionary<string, PixelPlane> planes)
    {
        if (planes.TryGetValue("rgb", out PixelPlane picture))
        {
            var levels = PictureLevels.Of(picture);
            _levels.AddOrUpdate(camera, levels, (_, before) => before + levels);
        }
    }
}
