using SensorSim.Datasets;
using SensorSim.Datasets.Labels;
using SensorSim.Datasets.Storage;
using SensorSim.Plugins;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.Hosting.Runs;

/// <summary>Writes the records of a run: what every frame shares is gathered once.</summary>
/// <param name="plan">The run.</param>
/// <param name="deviceClass">Vendor, device name and driver version.</param>
/// <param name="shaders">Shader name → SHA-256 of its SPIR-V.</param>
public sealed class FrameRecords(RunPlan plan, string deviceClass, IReadOnlyDictionary<string, string> shaders)
{
    private readonly IReadOnlyDictionary<string, string> _plugins = PluginsOf(plan);

    private readonly LocalBounds[] _meshBounds = [.. plan.Scene.Scene.Meshes.Select(MeshBounds)];

    /// <summary>The instances of a cousin, as labels need them.</summary>
    public IReadOnlyList<LabelledInstance> InstancesOf(SceneInstance cousin) =>
    [
        .. plan.Instances.Select(i => new LabelledInstance(
            i.Id, plan.Categories.Of(i), i.Name, i.Node, cousin.NodeToWorld[i.Node], BoundsOf(i, cousin))),
    ];

    /// <summary>The record of a frame, but for its files.</summary>
    public FrameRecord Of(FrameJob job, SceneInstance cousin, IReadOnlyList<ObjectRecord> objects, CameraPlan camera)
    {
        var intrinsics = job.View.Intrinsics;
        return new(
            DatasetLayout.FrameName(job.Sample, job.Step, job.View.Name),
            job.Sample,
            job.Step,
            job.View.Name,
            job.TimeSeconds,
            intrinsics.Width,
            intrinsics.Height,
            new("pinhole", intrinsics.Fx, intrinsics.Fy, intrinsics.Cx, intrinsics.Cy, new Dictionary<string, double>(StringComparer.Ordinal)),
            job.View.CameraToWorld.ToRowMajor(),
            new(job.Exposure.StartSeconds, job.Exposure.DurationSeconds, job.Exposure.RowTimeSeconds, job.Exposure.LuxSecondsPerNit, job.Exposure.Iso),
            new Dictionary<string, FileReference>(StringComparer.Ordinal),
            objects,
            cousin.Draws,
            job.Chain.Records,
            plan.Scenario.Intent?.FailureMode,
            null,
            Provenance(job, camera))
        {
            LabelTime = FrameRecord.MidExposure,
            RowPoses = RowPosesOf(job, cousin),
        };
    }

    private static RowPose[]? RowPosesOf(FrameJob job, SceneInstance cousin)
    {
        if (job is not { Carrier: not null, Exposure.RowTimeSeconds: > 0 } || cousin.Motion is not { Moves: true } motion)
        {
            return null;
        }

        return [.. Enumerable.Range(0, job.View.Intrinsics.Height).Select(row =>
        {
            (double start, double end) = job.Exposure.RowWindow(row);
            double middle = (start + end) / 2;
            SceneInstance then = cousin with { NodeToWorld = motion.At(middle).NodeToWorld };
            return new RowPose(middle, CameraPlacement.Carried(job.View, job.Carrier, then).CameraToWorld.ToRowMajor());
        })];
    }

    private LocalBounds BoundsOf(Instance instance, SceneInstance cousin) => cousin.DeformedMeshes.TryGetValue(instance.Node, out DeformedMesh? mesh)
        ? new(Wide(mesh.Min), Wide(mesh.Max))
        : _meshBounds[instance.Mesh];

    private FrameProvenance Provenance(FrameJob job, CameraPlan camera)
    {
        var scene = new SceneProvenance(
            plan.Scene.Name, plan.Scenario.Environment, plan.Cousins.Waveforms, plan.Msaa, plan.CategoryBits, camera.Settings.Output)
        {
            Variant = plan.Scenario.Variant,
            Animation = plan.Scenario.Animation,
            Carrier = camera.Carrier,
            NextSeconds = job.NextSeconds,
            PreviousSeconds = job.PreviousSeconds,
            Lens = camera.Lens,
        };
        return new(plan.Seed, ToolVersion.Name, deviceClass, plan.Assets, _plugins, shaders, scene.ToJson());
    }

    private static SortedDictionary<string, string> PluginsOf(RunPlan plan)
    {
        var used = plan.Cameras.SelectMany(camera => camera.Chain.Stages).Select(stage => stage.Plugin)
            .Concat(plan.Cousins.Waveforms.Values.Where(use => use.Enabled).Select(use => plan.Catalog.Require(use.Use)));
        var plugins = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (InstalledPlugin plugin in used)
        {
            plugins[plugin.Manifest.Id] = $"{plugin.Manifest.Version} sha256:{plugin.Digest}";
        }

        return plugins;
    }

    private static LocalBounds MeshBounds(Mesh mesh)
    {
        var boxes = mesh.Primitives.Where(p => p.Positions.Length > 0).Select(p => p.Bounds).ToArray();
        return boxes.Length == 0
            ? default
            : boxes.Select(box => new LocalBounds(Wide(box.Min), Wide(box.Max)))
                .Aggregate((a, b) => new(Geometry.Vector3d.Min(a.Min, b.Min), Geometry.Vector3d.Max(a.Max, b.Max)));
    }

    private static Geometry.Vector3d Wide(System.Numerics.Vector3 v) => new(v.X, v.Y, v.Z);
}
