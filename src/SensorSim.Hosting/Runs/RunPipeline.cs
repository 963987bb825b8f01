using SensorSim.Datasets.Audit;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Vulkan;

namespace SensorSim.Hosting.Runs;

/// <summary>
/// The whole program, top to bottom: cousin → episode → frames on the device → labels → files and records. The calling thread
/// owns the device; the next cousin and its bodies are computed beside it, and encoders write behind it. A stopped run leaves a folder that can be resumed.
/// </summary>
/// <param name="plan">What is made.</param>
/// <param name="session">Where it is rendered.</param>
/// <param name="writer">Takes what is made.</param>
/// <param name="sights">Looks at what is made.</param>
internal sealed class RunPipeline(RunPlan plan, RenderSession session, DatasetWriter writer, CameraSights sights)
{
    private readonly FrameSchedule _schedule = new(plan, writer.IsFinished);
    private readonly FrameFiles _files = new(plan, session, writer, sights);
    private readonly RedrawTally _redrawn = new();
    private EncoderPool<PendingFrame>? _pool;

    /// <summary>Which samples were drawn again, and why, as a line for a person; null when none was.</summary>
    public string? Redrawn => _redrawn.Counts().Line;

    /// <summary>For how long the device's thread waited for samples to be drawn and simulated, seconds.</summary>
    public double WaitedForSamplesSeconds { get; private set; }

    /// <summary>Waits until every frame that is rendered is written, or until for that long none is: for a run that hangs. Called from another thread.</summary>
    public void Flush(TimeSpan patience) => _pool?.Flush(patience);

    /// <summary>Renders and writes what is missing.</summary>
    /// <param name="encoders">Threads that encode and write.</param>
    /// <param name="progress">Told the number of finished frames, one call at a time; first, before anything is drawn or simulated, of those that are there.</param>
    /// <param name="stop">Ends the run after the frames that are being written.</param>
    /// <returns>True when every frame of the shard is written.</returns>
    /// <exception cref="RequestException">The device has no memory for images of this size; nothing was written.</exception>
    public bool Run(int encoders, IProgress<long> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(progress);
        using var pool = new EncoderPool<PendingFrame>(encoders, 2 * encoders, frame => _files.Write(frame, progress), stop);
        _pool = pool;
        progress.Report(_files.Done);
        using var ahead = new SamplesAhead<SceneInstance>(_schedule.SamplesThatLack(), (sample, over) => plan.Moving(plan.Cousins.Sample(sample), over), stop);
        foreach ((long sample, int firstCamera, int endCamera) in plan.ShardFrames.BySample())
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }

            Render(sample, firstCamera..endCamera, ahead, pool, stop);
        }

        WaitedForSamplesSeconds = ahead.WaitedSeconds;
        pool.Complete();
        return _files.Done == plan.ShardFrames.Count;
    }

    private void Render(long sample, Range cameras, SamplesAhead<SceneInstance> ahead, EncoderPool<PendingFrame> pool, CancellationToken stop)
    {
        IEnumerable<FrameAddress[]> missing = _schedule.MissingOf(sample, cameras);
        if (!missing.Any())
        {
            return;
        }

        try
        {
            var start = SampleStart.Of(plan, session, ahead.Take(sample));
            _redrawn.Add(start.Episode.Cousin.Redrawn);
            foreach (FrameAddress[] frames in missing)
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                Episode instant = start.Episode.At(plan.Scenario.Episode.TimeOf(frames[0].Step));
                FrameJob[] jobs = [.. frames.Select(frame => _schedule.JobOf(frame, start, instant))];
                Submit(instant, jobs, [.. frames.Select(frame => start.Cameras[frame.Camera])], pool, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Its simulation was stopped, or its frame between two slices of an exposure: resuming renders what is missing.
        }
        catch (VulkanException full) when (full.IsOutOfMemory && _files.Done == 0)
        {
            throw TooLarge(full);
        }
    }

    private RequestException TooLarge(VulkanException cause)
    {
        CameraSettings largest = plan.Cameras.Select(camera => camera.Settings).MaxBy(camera => (long)camera.Width * camera.Height)!;
        string samples = plan.Msaa > 1 ? $" with {plan.Msaa} samples per pixel (--msaa 1 takes less)" : "";
        return new(
            [$"The device has no memory for images of {largest.Width}x{largest.Height} pixels{samples}: choose a smaller width and height, or a device with more memory ({cause.Call} failed)."]);
    }

    private void Submit(Episode episode, FrameJob[] jobs, CameraPlan[] cameras, EncoderPool<PendingFrame> pool, CancellationToken stop)
    {
        FrameTicket ticket = session.Submit(episode, jobs, plan.Categories.IdByInstance, plan.Seed, stop);
        var shared = new SharedFrame(ticket, jobs.Length);
        for (int i = 0; i < jobs.Length; i++)
        {
            pool.Add(new(episode, jobs[i], cameras[i], shared, i));
        }
    }
}
