using System.Collections.Concurrent;
using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Rendering;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios;
using SensorSim.Vulkan;

namespace SensorSim.Hosting.Runs;

/// <summary>
/// The whole program, top to bottom: cousin → episode → frames on the device → labels → files and records. The calling thread
/// owns the device; encoders write behind it. A stopped run leaves a folder that can be resumed.
/// </summary>
public sealed class RunPipeline(RunPlan plan, RenderSession session, DatasetWriter writer)
{
    private const int PixelsPerSubmission = 2_000_000;
    private const int ViewsPerSubmission = 16;

    private readonly FramePlanes _planes = new(plan.Labels, plan.DepthFile, plan.DepthScale) { Source = PictureSource.Of(plan.Assets.Keys) };
    private readonly FrameRecords _records = new(plan, session.DeviceClass, session.Shaders);
    private readonly FrameObjects _objects = new(plan);
    private readonly Lock _progressGate = new();
    private readonly ConcurrentDictionary<string, bool> _sawSomething = new(StringComparer.Ordinal);
    private long _done = writer.FinishedFrames.Count;

    /// <summary>Cameras in none of whose frames, as far as this run rendered them, is anything to be seen.</summary>
    public IEnumerable<string> CamerasThatSawNothing => _sawSomething.Where(camera => !camera.Value).Select(camera => camera.Key).Order(StringComparer.Ordinal);

    /// <summary>Renders and writes what is missing.</summary>
    /// <param name="encoders">Threads that encode and write.</param>
    /// <param name="progress">Told the number of finished frames, one call at a time.</param>
    /// <param name="stop">Ends the run after the frames that are being written.</param>
    /// <returns>True when every frame of the shard is written.</returns>
    /// <exception cref="RequestException">The device has no memory for images of this size; nothing was written.</exception>
    public bool Run(int encoders, IProgress<long> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(progress);
        using var pool = new EncoderPool<PendingFrame>(encoders, 2 * encoders, frame => Write(frame, progress), stop);
        foreach ((long sample, int firstCamera, int endCamera) in plan.ShardFrames.BySample())
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }

            Render(sample, firstCamera..endCamera, pool, stop);
        }

        pool.Complete();
        return _done == plan.ShardFrames.Count;
    }

    private void Render(long sample, Range cameras, EncoderPool<PendingFrame> pool, CancellationToken stop)
    {
        IEnumerable<FrameAddress[]> steps = MissingOf(sample, cameras);
        if (!steps.Any())
        {
            return;
        }

        Episode episode = Episode.Of(plan.Cousins.Sample(sample), plan.Catalog).At(plan.Scenario.Episode.TimeOf(0));
        CameraView[] views = [.. plan.Cameras.Select(camera => CameraPlacement.Of(camera.Settings, episode.Cousin, camera.Projection))];
        try
        {
            (episode, double? scale) = Expose(episode, views);
            foreach (FrameAddress[] step in steps.SelectMany(step => step.Chunk(plan.Scenario.LabelTime == LabelTime.PerRow ? 1 : BatchSize(views))))
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                Episode instant = episode.At(plan.Scenario.Episode.TimeOf(step[0].Step));
                Submit(instant, [.. step.Select(frame => JobOf(frame, views[frame.Camera], instant, scale))], [.. step.Select(frame => plan.Cameras[frame.Camera])], pool);
            }
        }
        catch (VulkanException full) when (full.IsOutOfMemory && _done == 0)
        {
            throw TooLarge(views, full);
        }
    }

    private RequestException TooLarge(CameraView[] views, VulkanException cause)
    {
        CameraIntrinsics largest = views.Select(view => view.Intrinsics).MaxBy(camera => (long)camera.Width * camera.Height)!;
        string samples = plan.Msaa > 1 ? $" with {plan.Msaa} samples per pixel (--msaa 1 takes less)" : "";
        return new(
            [$"The device has no memory for images of {largest.Width}x{largest.Height} pixels{samples}: choose a smaller width and height, or a device with more memory ({cause.Call} failed)."]);
    }

    private (Episode Episode, double? Scale) Expose(Episode episode, CameraView[] views)
    {
        CameraView[] automatic = [.. views.Where((_, i) => plan.Cameras[i].Settings.Exposure is null)];
        if (automatic.Length == 0)
        {
            return (episode, null);
        }

        double scale = session.MeterExposure(episode, automatic);
        return (episode.WithDraw(ExposureSchedule.AutomaticScaleDraw, scale), scale);
    }

    private FrameJob JobOf(FrameAddress frame, CameraView view, Episode instant, double? scale)
    {
        CameraPlan camera = plan.Cameras[frame.Camera];
        double time = plan.Scenario.Episode.TimeOf(frame.Step);
        CameraView carried = CameraPlacement.Carried(view, camera.Carrier, instant.Cousin);
        return new(frame.Sample, frame.Step, time, carried, camera.Chain, ExposureSchedule.At(camera, time, scale))
        {
            NextSeconds = frame.Step + 1 < plan.Scenario.Episode.Steps ? plan.Scenario.Episode.TimeOf(frame.Step + 1) : null,
            PreviousSeconds = frame.Step > 0 ? plan.Scenario.Episode.TimeOf(frame.Step - 1) : null,
            Carrier = camera.Carrier,
            Lens = camera.Lens,
            LabelTime = plan.Scenario.LabelTime,
        };
    }

    private void Submit(Episode episode, FrameJob[] jobs, CameraPlan[] cameras, EncoderPool<PendingFrame> pool)
    {
        FrameTicket ticket = session.Submit(episode, jobs, plan.Categories.IdByInstance, plan.Seed);
        var shared = new SharedFrame(ticket, jobs.Length);
        for (int i = 0; i < jobs.Length; i++)
        {
            pool.Add(new(episode, jobs[i], cameras[i], shared, i));
        }
    }

    private void Write(PendingFrame frame, IProgress<long> progress)
    {
        using (frame)
        {
            ViewOutput view = frame.Frame.View(frame.View);
            IReadOnlyList<ObjectRecord> objects = _objects.Of(view, frame.Episode.Cousin);
            FrameRecord record = _records.Of(frame.Job, frame.Episode, objects, frame.Camera) with { Rejected = SignalGate.Verdict(frame.Job.Chain, view) };
            bool sees = objects.Any(thing => thing.VisiblePx > 0);
            _sawSomething.AddOrUpdate(frame.Job.View.Name, sees, (_, before) => before || sees);
            writer.Write(new(record, _planes.Of(view, frame.Job.Chain)) { Encodings = _planes.Encodings(view, frame.Job.Chain) });
        }

        lock (_progressGate)
        {
            progress.Report(++_done);
        }
    }

    /// <summary>What a sample lacks, one step at a time.</summary>
    private IEnumerable<FrameAddress[]> MissingOf(long sample, Range cameras)
    {
        (int first, int count) = cameras.GetOffsetAndLength(plan.Cameras.Count);
        return Enumerable.Range(0, plan.Scenario.Episode.Steps)
            .Select(step => Enumerable.Range(first, count).Select(camera => new FrameAddress(sample, step, camera)).Where(frame => !writer.IsFinished(NameOf(frame))).ToArray())
            .Where(step => step.Length > 0);
    }

    private string NameOf(FrameAddress frame) =>
        DatasetLayout.FrameName(frame.Sample, frame.Step, plan.Cameras[frame.Camera].Settings.Name);

    private static int BatchSize(CameraView[] views)
    {
        int pixels = views.Max(view => view.Intrinsics.Width * view.Intrinsics.Height);
        return Math.Clamp(PixelsPerSubmission / pixels, 1, ViewsPerSubmission);
    }
}
