using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Plugins;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Hosting.Records;

/// <summary>Writes the records of a run: what every frame shares is gathered once.</summary>
/// <param name="plan">The run.</param>
/// <param name="deviceClass">Vendor, device name and driver version.</param>
/// <param name="shaders">Shader name → SHA-256 of its SPIR-V.</param>
public sealed class FrameRecords(RunPlan plan, string deviceClass, IReadOnlyDictionary<string, string> shaders)
{
    private readonly IReadOnlyDictionary<string, string> _plugins = PluginsOf(plan);

    /// <summary>The record of a frame, but for its files.</summary>
    public FrameRecord Of(FrameJob job, Episode episode, IReadOnlyList<ObjectRecord> objects, CameraPlan camera)
    {
        SceneInstance cousin = episode.Cousin;
        var intrinsics = job.View.Intrinsics;
        return new(
            DatasetLayout.FrameName(job.Sample, job.Step, job.View.Name),
            job.Sample,
            job.Step,
            job.View.Name,
            job.TimeSeconds,
            intrinsics.Width,
            intrinsics.Height,
            new(intrinsics.Projection.Model, intrinsics.Fx, intrinsics.Fy, intrinsics.Cx, intrinsics.Cy, intrinsics.Projection.Distortion),
            job.View.CameraToWorld.ToRowMajor(),
            new(job.Exposure.StartSeconds, job.Exposure.DurationSeconds, job.Exposure.RowTimeSeconds, job.Exposure.LuxSecondsPerNit, job.Exposure.Iso),
            new Dictionary<string, FileReference>(StringComparer.Ordinal),
            objects,
            cousin.Draws,
            [.. LensOf(intrinsics.Projection), .. job.Chain.Records],
            plan.Scenario.Intent?.FailureMode,
            RejectionOf(cousin),
            Provenance(job, camera))
        {
            Counterfactual = CounterfactualOf(job, cousin),
            Physics = PhysicsFrames.Of(cousin, job.Step == 0 ? null : plan.Scenario.Episode.TimeOf(job.Step - 1), job.TimeSeconds),
            Style = plan.TextureStyle is { } style ? [style] : null,
            Task = TaskRecords.Of(plan.Scenario.Task, cousin.Outcome),
            Demonstrations = TaskRecords.DemonstrationsOf(plan.Scenario.Joints, cousin),
            LabelTime = job.LabelTime == Scenes.Scenarios.Labels.LabelTime.PerRow ? FrameRecord.PerRow : FrameRecord.MidExposure,
            Lights = LightRecords.Of(episode, job.Exposure, intrinsics.Height),
            Redrawn = cousin.Redrawn.Count == 0 ? null : cousin.Redrawn,
            RowPoses = RowPosesOf(job, cousin),
            Joints = JointsOf(job, cousin),
            Actions = ActionsOf(job, cousin),
            EndEffectors = EndEffectorsOf(job, cousin),
        };
    }

    private string? RejectionOf(SceneInstance cousin) => PhysicsFrames.EpisodeOf(cousin)?.Broken is { } broken ? $"physics: {broken}"
        : cousin.Outcome is { IsSuccess: false } failed && plan.Scenario.Task is { KeepsFailures: false } ? $"task: {failed.Detail}"
        : null;

    private CounterfactualRecord? CounterfactualOf(FrameJob job, SceneInstance cousin)
    {
        string? happens = cousin.Draws.GetValueOrDefault(ScenarioEvent.Draw)?.GetValue<string>();
        return plan.Scenario.Events.Count == 0 ? null : new(cousin.Sample, happens == ScenarioEvent.None ? null : happens, cousin.Sample * (plan.Scenario.Events.Count + 1));
    }

    private IEnumerable<StageRecord> LensOf(CameraProjection projection)
    {
        if (projection is LensProjection lens)
        {
            InstalledPlugin plugin = plan.Catalog.Require(lens.Id);
            yield return new(lens.Id, plugin.Manifest.Version, plugin.Schema.ValuesOf(lens.Parameters));
        }
    }

    private ActionRecord? ActionsOf(FrameJob job, SceneInstance cousin) => cousin.Motion?.JointsAt(job.TimeSeconds) is { Count: > 0 } now
        ? new(Positions(now), Positions(cousin.Motion.TargetsAt(plan.Scenario.Episode.TimeOf(job.Step + 1))), job.Step == plan.Scenario.Episode.Steps - 1)
        : null;

    private static EndEffectorRecord[]? EndEffectorsOf(FrameJob job, SceneInstance cousin) => cousin.Motion is { Hands.Count: > 0 } motion
        ? [.. HandReading.Of(motion, job.TimeSeconds).Select(hand => new EndEffectorRecord(hand.Hand.Name, RecordValues.NumbersOf(hand.Pose), hand.Fingers))]
        : null;

    private static double[] Positions(IReadOnlyList<JointReading> joints) => [.. joints.SelectMany(joint => joint.Position)];

    private static JointRecord[]? JointsOf(FrameJob job, SceneInstance cousin) => cousin.Motion?.JointsAt(job.TimeSeconds) is { Count: > 0 } joints
        ? [.. joints.Select(reading => new JointRecord(reading.Joint.Name, reading.Joint.Type.ToString().ToLowerInvariant(), reading.Position, reading.Velocity) { Effort = reading.Effort })]
        : null;

    private static RowPose[]? RowPosesOf(FrameJob job, SceneInstance cousin)
    {
        if (job is not { Shot.Carrier: not null, Exposure.RowTimeSeconds: > 0 } || cousin.Motion is not { Moves: true } motion)
        {
            return null;
        }

        return [.. Enumerable.Range(0, job.View.Intrinsics.Height).Select(row =>
        {
            (double start, double end) = job.Exposure.RowWindow(row);
            double middle = (start + end) / 2;
            SceneInstance then = cousin with { NodeToWorld = motion.At(middle).NodeToWorld };
            return new RowPose(middle, CameraPlacement.Carried(job.View, job.Shot.Carrier, then, job.Shot.Motion).CameraToWorld.ToRowMajor());
        })];
    }

    private FrameProvenance Provenance(FrameJob job, CameraPlan camera)
    {
        var scene = new SceneProvenance(
            plan.Scene.Name, plan.Scenario.Environment, plan.Cousins.Waveforms, plan.Msaa, plan.CategoryBits, camera.Settings.Output)
        {
            Sizes = plan.Cousins.Sizes,
            WaveformChoices = plan.Cousins.WaveformChoices,
            EmissiveLights = plan.Scenario.EmissiveLights,
            Variant = plan.Scenario.Variant,
            Additions = plan.Scene.Additions,
            Animation = plan.Scenario.Animation,
            Joints = plan.Scenario.Joints,
            Physics = plan.Scenario.Physics,
            PhysicsLibrary = plan.Physics?.LibraryVersion,
            Shot = job.Shot,
        };
        return new(plan.Seed, ToolVersion.Name, deviceClass, plan.Assets, _plugins, shaders, scene.ToJson());
    }

    private static SortedDictionary<string, string> PluginsOf(RunPlan plan) => new(
        PluginUses.Of(plan).ToDictionary(use => use.Key, use => PluginUses.IdentityOf(use.Value), StringComparer.Ordinal), StringComparer.Ordinal);
}
