using SensorSim.Datasets;
using SensorSim.Datasets.Labels;
using SensorSim.Geometry;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Skeletons;

namespace SensorSim.Hosting.Runs;

/// <summary>The object entries of frames, with what was asked for.</summary>
/// <param name="plan">The run.</param>
internal sealed class FrameObjects(RunPlan plan)
{
    private readonly LocalBounds[] _meshBounds = [.. plan.Scene.Scene.Meshes.Select(MeshBounds)];

    /// <summary>The entries of one view.</summary>
    public IReadOnlyList<ObjectRecord> Of(ViewOutput view, SceneInstance cousin)
    {
        IReadOnlyList<LabelledInstance> instances = InstancesOf(cousin);
        IReadOnlyList<ObjectRecord> objects = ObjectLabels.Assemble(
            view.Instance!.Value,
            instances,
            [.. view.Coverage.Select(c => new SoloCoverage(c.InsidePixels, c.OutsidePixels))],
            view.Camera,
            plan.Labels.HasFlag(LabelSet.Amodal) ? new(view.Instance!.Value, MasksOf(view.Masks.Inside), MasksOf(view.Masks.Outside)) : null);
        return plan.Skeletons.Count == 0 ? objects : WithKeypoints(objects, instances, view, cousin);
    }

    private IReadOnlyList<LabelledInstance> InstancesOf(SceneInstance cousin) =>
    [
        .. plan.Instances.Where(i => cousin.MeshOf(i.Node) is not null).Select(i => new LabelledInstance(
            i.Id, plan.Categories.Of(i), i.Name, i.Node, cousin.NodeToWorld[i.Node], BoundsOf(i, cousin))),
    ];

    private LocalBounds BoundsOf(Instance instance, SceneInstance cousin) => cousin.DeformedMeshes.TryGetValue(instance.Node, out DeformedMesh? mesh)
        ? new(Wide(mesh.Min), Wide(mesh.Max))
        : _meshBounds[cousin.MeshOf(instance.Node)!.Value];

    private static Dictionary<int, SoloMask> MasksOf(IReadOnlyDictionary<int, ObjectMask> masks) =>
        masks.ToDictionary(mask => mask.Key, mask => new SoloMask(mask.Value.X, mask.Value.Y, mask.Value.Width, mask.Value.Height, mask.Value.Bits));

    private ObjectRecord[] WithKeypoints(IReadOnlyList<ObjectRecord> objects, IReadOnlyList<LabelledInstance> instances, ViewOutput view, SceneInstance cousin)
    {
        var labels = new KeypointLabels(view.Instance!.Value, view.Surfaces[LabelKinds.Range], view.Camera);
        ObjectRecord[] entries = [.. objects];
        foreach (ObjectSkeleton skeleton in plan.Skeletons)
        {
            IEnumerable<LabelledKeypoint> points = skeleton.Keypoints.Select(point => Seen(point, view, cousin));
            int index = Array.FindIndex(entries, entry => entry.InstanceId == skeleton.InstanceId);
            if (index >= 0 && IsItself(plan.Instances[skeleton.InstanceId - 1], cousin))
            {
                entries[index] = entries[index] with { Keypoints = labels.Of(points, skeleton.InstanceId, DiagonalOf(instances[index])) };
            }
        }

        return entries;
    }

    private static LabelledKeypoint Seen(Keypoint point, ViewOutput view, SceneInstance cousin)
    {
        Vector3d In(SceneInstance instant) => instant.NodeToWorld[point.Node].TransformPoint(point.Offset);
        return LabelRows.Showing(view.LabelRows, In) is { } rows
            ? new(point.Name, In(rows.Instance)) { CameraToWorld = rows.Camera.CameraToWorld, TimeSeconds = rows.TimeSeconds }
            : new(point.Name, In(cousin));
    }

    // Points are of the object's own mesh: what stands in for it has none.
    private static bool IsItself(Instance instance, SceneInstance cousin) => cousin.MeshOf(instance.Node) is { } mesh && (mesh == instance.Mesh || !cousin.Twin.Shapes.Items.Values.Contains(mesh));

    private static double DiagonalOf(LabelledInstance instance)
    {
        Vector3d size = instance.Bounds.Max - instance.Bounds.Min;
        Matrix4x4d m = instance.ObjectToWorld;
        return ((size.X * m.ColumnX) + (size.Y * m.ColumnY) + (size.Z * m.ColumnZ)).Length;
    }

    private static LocalBounds MeshBounds(Mesh mesh)
    {
        var boxes = mesh.Primitives.Where(p => p.Positions.Length > 0).Select(p => p.Bounds).ToArray();
        return boxes.Length == 0
            ? default
            : boxes.Select(box => new LocalBounds(Wide(box.Min), Wide(box.Max)))
                .Aggregate((a, b) => new(Vector3d.Min(a.Min, b.Min), Vector3d.Max(a.Max, b.Max)));
    }

    private static Vector3d Wide(System.Numerics.Vector3 v) => new(v.X, v.Y, v.Z);
}
