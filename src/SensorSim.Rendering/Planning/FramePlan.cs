using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Lenses;
using SensorSim.Rendering.Resources;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>Everything that the processor decides about a frame, written where the device reads it.</summary>
internal sealed class FramePlan
{
    /// <param name="request">The frame.</param>
    /// <param name="scene">The twin.</param>
    /// <param name="settings">The renderer's.</param>
    /// <param name="buffers">Receive what the device reads.</param>
    /// <param name="maps">Of lenses.</param>
    /// <param name="standing">Follows what casts shadows; null where nothing is shaded.</param>
    public FramePlan(FrameRequest request, GpuScene scene, RenderSettings settings, FrameBuffers buffers, LensMaps maps, StandingCasters? standing)
    {
        Request = request;
        Labels = LabelsOf(request, settings);
        SceneInstance instance = request.Instance;
        Materials = new(scene, instance);
        Lamps = new(request, scene, settings);

        var list = new DrawList(scene, instance, Materials);
        var regions = new List<CoverageRegion>();
        var clusters = new List<TriangleCluster>();
        bool counts = settings.Labels.HasFlag(LabelKinds.Coverage);
        var views = new DrawnViews(request, scene, list, buffers, maps, counts);
        (Views, Drawn) = (views.Views, views.All);
        foreach (ViewPlan view in scene.CullsTriangles ? Views.Where(view => view.MayCull) : [])
        {
            view.Cull = CullPlan.Of(view, list, clusters, settings.Msaa == SampleTargets.Samples);
        }

        foreach (ViewPlan view in counts ? Views : [])
        {
            bool IsMirrored(int index) => ViewPlan.IsMirrored(scene, instance, index);
            view.Coverage = request.RowCoverage is { } rows ? new(view, rows, list, IsMirrored, regions) : new(view, list, IsMirrored, regions);
        }

        foreach (ViewPlan view in Drawn)
        {
            view.Cascades = view.Rays is null ? Lamps.PlanCascades(view, scene, instance, list) : CascadePlan.None(Lamps.Count);
        }

        Lamps.PlaceCasters(scene, instance, views.PosesOfCasters);
        ShadowCasters = standing is null || Lamps.ShadowLayers.Count == 0
            ? null
            : Lamps.PlanCasters(scene, instance, list, CasterState.Of(scene, instance, Materials), standing, Drawn.Max(view => view.Cascades.Count));

        buffers.Clusters.Write<TriangleCluster>([.. clusters]);
        Write(scene, settings, buffers, list, regions);
    }

    public FrameRequest Request { get; }

    /// <summary>What is asked for and exists: the last instant has no forward flow, the first no backward one.</summary>
    public LabelKinds Labels { get; }

    /// <summary>In the order of the request.</summary>
    public ViewPlan[] Views { get; }

    /// <summary>The same, and behind them the faces of cameras with a lens: each has a block, poses and lamps of its own.</summary>
    public IReadOnlyList<ViewPlan> Drawn { get; }

    public MaterialTable Materials { get; }

    public LampPlan Lamps { get; }

    /// <summary>What is drawn on the shadow maps; null where nothing casts.</summary>
    public ShadowCasters? ShadowCasters { get; }

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
        buffers.Lamps.Write<GpuLamp>([.. Drawn.SelectMany(Lamps.InCamera)]);
        if (scene.Deformables is { } deformables)
        {
            deformables.WritePoses(Request.Instance, buffers.Deformations.Reserve<Vector4>(deformables.PoseLength));
        }

        WriteOtherPoses(scene, buffers);
        int objects = scene.Instances.Count;
        buffers.Views.Reserve(Drawn.Count + 1);
        for (int i = 0; i < Drawn.Count; i++)
        {
            buffers.Views.WriteAt(i, GpuView.Of(Drawn[i], this, 3 * objects * i, settings));
        }

        buffers.Views.WriteAt(Drawn.Count, new GpuView { ObjectBase = (uint)(3 * objects * Drawn.Count) });
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
