using System.Globalization;
using SensorSim.Datasets.Images;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>How much a run is going to write, before it begins.</summary>
/// <param name="Frames">Frames of the shard.</param>
/// <param name="Bytes">Estimate of what they take on the disk, the journal included.</param>
public sealed record RunSize(long Frames, double Bytes)
{
    /// <summary>Frames of one folder: the index by which their records are ordered lies in memory.</summary>
    public const long MaximumFrames = 100_000_000;

    // Bytes of a record, once in the journal and once in frames.jsonl.
    private const double BytesPerRecord = 2 * 6000;
    private const double BytesPerObject = 2 * 680;
    private const double BytesPerLamp = 2 * 250;

    /// <exception cref="RequestException">More frames than one folder can hold.</exception>
    public static RunSize Of(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        RunSize size = new(plan.ShardFrames.Count, plan.ShardFrames.Count * plan.Cameras.Average(camera => BytesOf(plan, camera)));
        return size.Frames <= MaximumFrames ? size : throw new RequestException([TooMany(plan)]);
    }

    private static string TooMany(RunPlan plan)
    {
        string frames = string.Create(CultureInfo.InvariantCulture, $"{plan.ShardFrames.Count} frames ({plan.Samples} samples x {plan.Scenario.Episode.Steps} steps x {plan.Cameras.Count} cameras)");
        long shards = (plan.FrameCount + MaximumFrames - 1) / MaximumFrames;
        return string.Create(CultureInfo.InvariantCulture, $"{frames}, but one folder holds at most {MaximumFrames}: ask for fewer, or split the run with --shard 1/{shards} and so on.");
    }

    private static double BytesOf(RunPlan plan, CameraPlan camera)
    {
        double pixels = (double)camera.Settings.Width * camera.Settings.Height;
        double bytesPerPixel = LabelNames.Single.Values.Where(label => plan.Labels.HasFlag(label)).Sum(label => BytesPerPixel(label, plan, camera));
        return (pixels * bytesPerPixel) + BytesPerRecord + (plan.Instances.Count * BytesPerObject) + (SceneNames.Of(plan.Scene.Scene).Lamps.Count * BytesPerLamp);
    }

    // As measured on scenarios/quickstart.yaml: compression depends on what is seen.
    private static double BytesPerPixel(LabelSet label, RunPlan plan, CameraPlan camera) => label switch
    {
        LabelSet.Rgb when camera.Settings.Output == CameraOutput.Raw => 4.4,
        LabelSet.Rgb when camera.Chain.Stages.Any(stage => stage.Stage.Output == SignalDomain.RawDn) => 2.4,
        LabelSet.Rgb => 0.8,
        LabelSet.Depth when plan.DepthFile == ImageFormat.Exr => 0.8,
        LabelSet.Depth => 0.5,
        LabelSet.Normal => 0.8,
        LabelSet.Range => 0.5,
        LabelSet.Flow or LabelSet.FlowBackward => 1.0,
        LabelSet.SceneFlow or LabelSet.SceneFlowBackward => 2.0,
        LabelSet.Position => 3.0,
        LabelSet.Uv => 2.0,
        LabelSet.Nocs => 1.5,
        LabelSet.Albedo => 1.0,
        LabelSet.RoughnessMetallic => 0.5,
        LabelSet.Emissive => 0.2,
        LabelSet.NoiseVariance => 3.0,
        LabelSet.Radiance => 9.0,
        LabelSet.Clean => 1.0,
        LabelSet.Points => 19,
        _ => 0.07,
    };
}
