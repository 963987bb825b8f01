using SensorSim.Cameras;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Hosting.Runs;

/// <summary>Which frames a run still lacks, which of them are rendered together, and what is to be done for each.</summary>
/// <param name="plan">The run.</param>
/// <param name="isFinished">Whether a frame of this name is written.</param>
internal sealed class FrameSchedule(RunPlan plan, Func<string, bool> isFinished)
{
    private const int PixelsPerSubmission = 2_000_000;
    private const int ViewsPerSubmission = 16;

    /// <summary>What a sample lacks: frames of one step each, as many as fit into a submission.</summary>
    public IEnumerable<FrameAddress[]> MissingOf(long sample, Range cameras)
    {
        (int first, int count) = cameras.GetOffsetAndLength(plan.Cameras.Count);
        return Enumerable.Range(0, plan.Scenario.Episode.Steps)
            .Select(step => Enumerable.Range(first, count).Select(camera => new FrameAddress(sample, step, camera)).Where(frame => !isFinished(NameOf(frame))).ToArray())
            .SelectMany(step => step.Chunk(BatchSize));
    }

    /// <summary>The samples of the shard that lack frames, in order.</summary>
    public IEnumerable<long> SamplesThatLack() => plan.ShardFrames.BySample().Where(one => MissingOf(one.Sample, one.FirstCamera..one.EndCamera).Any()).Select(one => one.Sample);

    /// <summary>What is to be done for a frame.</summary>
    /// <param name="frame">Which.</param>
    /// <param name="start">Its sample.</param>
    /// <param name="instant">The sample at the frame's step.</param>
    public FrameJob JobOf(FrameAddress frame, SampleStart start, Episode instant)
    {
        CameraPlan camera = start.Cameras[frame.Camera];
        double time = plan.Scenario.Episode.TimeOf(frame.Step);
        Shot shot = camera.ShotAt(plan.Scenario.Episode, frame.Step);
        CameraView carried = CameraPlacement.Carried(start.Views[frame.Camera], shot.Carrier, instant.Cousin, shot.Motion);
        return new(frame.Sample, frame.Step, time, carried, camera.Chain, ExposureSchedule.At(camera, time, start.Scale))
        {
            Cousin = instant.Cousin.Sample,
            Shot = shot,
            LabelTime = plan.Scenario.LabelTime,
        };
    }

    private int BatchSize => plan.Scenario.LabelTime == LabelTime.PerRow
        ? 1
        : Math.Clamp(PixelsPerSubmission / plan.Cameras.Max(camera => camera.Settings.Width * camera.Settings.Height), 1, ViewsPerSubmission);

    /// <summary>The frame's name in a dataset.</summary>
    public string NameOf(FrameAddress frame) =>
        DatasetLayout.FrameName(frame.Sample, frame.Step, plan.Cameras[frame.Camera].Settings.Name);
}
