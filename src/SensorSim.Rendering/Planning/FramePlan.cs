using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Resources;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>Everything that the processor decides about a frame, written where the device reads it.</summary>
internal sealed class FramePlan
{
    public FramePlan(FrameRequest request, GpuScene scene, RenderSettings settings, FrameBuffers buffers)
    {
        Request = request;
        Labels = LabelsOf(request, settings);
        SceneInstance instance = request.Instance;
        Materials = new(scene, instance.Materials);
        Lamps = new(request, scene, settings);

        var list = new DrawList(scene, Materials);
        var regions = new List<CoverageRegion>();
        var clusters = new List<TriangleCluster>();
        int objects = scene.Instances.Count;
        Span<Vector4> poses = buffers.Poses.Reserve<Vector4>(3 * objects * (request.Views.Count + 1));
        Views = new ViewPlan[request.Views.Count];
        for (int i = 0; i < Views.Length; i++)
        {
            Views[i] = new(i, request.Views[i], scene, instance, list, poses.Slice(3 * objects * i, 3 * objects));
            Views[i].Cull = scene.IsOnSoftwareDevice ? CullPlan.Of(Views[i], list, clusters) : null;
            if (settings.Labels.HasFlag(LabelKinds.Coverage))
            {
                Views[i].Coverage = new(Views[i].Intrinsics, Views[i].Objects, list, o => ViewPlan.IsMirrored(scene, instance, o), regions);
            }
        }

        ShadowCasters = Lamps.PlanCasters(scene, instance, list, poses[(3 * objects * Views.Length)..]);
        foreach (ViewPlan view in Views)
        {
            view.Cascades = Lamps.PlanCascades(view, scene, instance, list);
        }

        buffers.Clusters.Write<TriangleCluster>([.. clusters]);
        Write(scene, settings, buffers, list, regions);
    }

    public FrameRequest Request { get; }

    /// <summary>What is asked for and exists: the last instant has no forward flow, the first no backward one.</summary>
    public LabelKinds Labels { get; }

    public ViewPlan[] Views { get; }

    public MaterialTable Materials { get; }

    public LampPlan Lamps { get; }

    /// <summary>What casts shadows on each layer of the shadow maps.</summary>
    public IReadOnlyList<Draw[]> ShadowCasters { get; }

    private static LabelKinds LabelsOf(FrameRequest request, RenderSettings settings) => settings.Labels
        & ~(request.After is null ? LabelKinds.ForwardFlow | LabelKinds.ForwardSceneFlow : LabelKinds.None)
        & ~(request.Before is null ? LabelKinds.BackwardFlow | LabelKinds.BackwardSceneFlow : LabelKinds.None);

    private void Write(GpuScene scene, RenderSettings settings, FrameBuffers buffers, DrawList list, List<CoverageRegion> regions)
    {
        buffers.Drawn.Write<uint>([.. list.Entries]);
        buffers.RegionsByObject.Write<uint>([.. Views.SelectMany(view => view.Cull is null ? [] : view.Coverage?.RegionsByObject(scene.Instances.Count) ?? [])]);
        buffers.Regions.Write<CoverageRegion>([.. regions]);
        buffers.Materials.Write<GpuMaterial>(Materials.ToGpu());
        buffers.MaterialLayers.Write<GpuMaterialLayers>(Materials.LayersToGpu());
        buffers.Categories.Write<uint>(CategoriesOf(scene));
        buffers.LampWeights.Write<float>(Lamps.Weights);
        buffers.Lamps.Write<GpuLamp>([.. Views.SelectMany(Lamps.InCamera)]);
        if (scene.Deformables is { } deformables)
        {
            deformables.WritePoses(Request.Instance, buffers.Deformations.Reserve<Vector4>(deformables.PoseLength));
        }

        WriteOtherPoses(scene, buffers);
        int objects = scene.Instances.Count;
        buffers.Views.Reserve(Views.Length + 1);
        for (int i = 0; i < Views.Length; i++)
        {
            buffers.Views.WriteAt(i, GpuView.Of(Views[i], this, 3 * objects * i, settings));
        }

        buffers.Views.WriteAt(Views.Length, new GpuView { ObjectBase = (uint)(3 * objects * Views.Length) });
    }

    private void WriteOtherPoses(GpuScene scene, FrameBuffers buffers)
    {
        if ((Request.After ?? Request.Before) is null)
        {
            return;
        }

        Span<Vector4> poses = buffers.OtherPoses.Reserve<Vector4>(2 * Views.Length * 3 * scene.Instances.Count);
        Write(poses[..(poses.Length / 2)], Request.After);
        Write(poses[(poses.Length / 2)..], Request.Before);

        void Write(Span<Vector4> rows, OtherInstant? other)
        {
            foreach (CameraView camera in other?.Cameras ?? [])
            {
                Matrix4x4d worldToCamera = camera.CameraToWorld.InverseAffine();
                foreach (Instance placed in scene.Instances)
                {
                    Rows.Write(worldToCamera * other!.Instance.NodeToWorld[placed.Node], rows);
                    rows = rows[3..];
                }
            }
        }
    }

    private uint[] CategoriesOf(GpuScene scene)
    {
        IReadOnlyList<int>? categories = Request.Categories;
        if (categories is not null && categories.Count != scene.Instances.Count)
        {
            throw new InvalidOperationException($"There are {scene.Instances.Count} objects and {categories.Count} categories.");
        }

        return categories is null ? new uint[Math.Max(scene.Instances.Count, 1)] : [.. categories.Select(category => (uint)category)];
    }
}
