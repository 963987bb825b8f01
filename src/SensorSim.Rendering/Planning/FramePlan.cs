using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Resources;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>Everything that the processor decides about a frame, written where the device reads it.</summary>
internal sealed class FramePlan
{
    private readonly List<Lamp> _lamps = [];

    public FramePlan(FrameRequest request, GpuScene scene, RenderSettings settings, FrameBuffers buffers)
    {
        Request = request;
        SceneInstance instance = request.Instance;
        Materials = new(scene, instance.Materials);
        PlaceLamps(instance, scene, settings.ShadowMapSide);

        var list = new DrawList(scene, Materials);
        var regions = new List<CoverageRegion>();
        int objects = scene.Instances.Count;
        Span<Vector4> poses = buffers.Poses.Reserve<Vector4>(3 * objects * (request.Views.Count + 1));
        Views = new ViewPlan[request.Views.Count];
        for (int i = 0; i < Views.Length; i++)
        {
            Views[i] = new(i, request.Views[i], scene, instance, list, poses.Slice(3 * objects * i, 3 * objects));
            if (settings.Labels.HasFlag(LabelKinds.Coverage))
            {
                Views[i].Coverage = new(Views[i].Intrinsics, Views[i].Objects, list, o => ViewPlan.IsMirrored(scene, instance, o), regions);
            }
        }

        ShadowCasters = PlanShadows(scene, instance, list, poses[(3 * objects * Views.Length)..]);
        Write(scene, settings, buffers, list, regions);
    }

    public FrameRequest Request { get; }

    public ViewPlan[] Views { get; }

    public MaterialTable Materials { get; }

    public bool HasLamps => _lamps.Count > 0;

    /// <summary>Layers that a view's radiance has.</summary>
    public int LayerCount => Request.LayerCount;

    /// <summary>Layers of the shadow maps.</summary>
    public IReadOnlyList<ShadowLayer> ShadowLayers { get; private set; } = [];

    /// <summary>What casts shadows on each of those layers: everything it can show but transparent surfaces.</summary>
    public IReadOnlyList<Draw[]> ShadowCasters { get; }

    private Vector3d Origin { get; set; }

    private void PlaceLamps(SceneInstance instance, GpuScene scene, int shadowMapSide)
    {
        Bounds? bounds = null;
        foreach (Instance placed in instance.Lamps.Count > 0 ? scene.Instances : [])
        {
            if (scene.MeshBounds[placed.Mesh] is { } box)
            {
                bounds = Bounds.Union(bounds, box.Transformed(instance.NodeToWorld[placed.Node]));
            }
        }

        Origin = bounds?.Centre ?? Vector3d.Zero;
        var layers = new List<ShadowLayer>();
        Matrix4x4d originToWorld = Matrix4x4d.FromTranslation(Origin);
        foreach (LampState state in instance.Lamps)
        {
            var lamp = new Lamp(state, instance.NodeToWorld[state.Node], bounds, layers.Count, shadowMapSide);
            layers.AddRange(lamp.WorldToClip.Select(clip => ShadowLayer.Of(clip * originToWorld)));
            _lamps.Add(lamp);
        }

        ShadowLayers = layers;
    }

    private Draw[][] PlanShadows(GpuScene scene, SceneInstance instance, DrawList list, Span<Vector4> poses)
    {
        if (ShadowLayers.Count == 0)
        {
            return [];
        }

        Matrix4x4d worldToOrigin = Matrix4x4d.FromTranslation(-Origin);
        for (int i = 0; i < scene.Instances.Count; i++)
        {
            Matrix4x4d pose = worldToOrigin * instance.NodeToWorld[scene.Instances[i].Node];
            poses[3 * i] = Rows.First(pose);
            poses[(3 * i) + 1] = Rows.Second(pose);
            poses[(3 * i) + 2] = Rows.Third(pose);
        }

        return [.. _lamps.SelectMany(lamp => lamp.WorldToClip).Select(clip => CastersOn(clip, scene, instance, list))];
    }

    private static Draw[] CastersOn(in Matrix4x4d worldToClip, GpuScene scene, SceneInstance instance, DrawList list)
    {
        var casters = new List<int>();
        foreach (int index in scene.InstancesByMesh)
        {
            Instance placed = scene.Instances[index];
            if (scene.MeshBounds[placed.Mesh] is { } bounds && ClipVolume.MayShow(bounds, worldToClip * instance.NodeToWorld[placed.Node]))
            {
                casters.Add(index);
            }
        }

        return [.. list.Add(casters, _ => false).Where(draw => !draw.Features.IsBlended)];
    }

    private void Write(GpuScene scene, RenderSettings settings, FrameBuffers buffers, DrawList list, List<CoverageRegion> regions)
    {
        buffers.Drawn.Write<uint>([.. list.Entries]);
        buffers.Regions.Write<CoverageRegion>([.. regions]);
        buffers.Materials.Write<GpuMaterial>(Materials.ToGpu());
        buffers.Categories.Write<uint>(CategoriesOf(scene));
        buffers.LampWeights.Write<float>(WeightsOf());
        buffers.Lamps.Write<GpuLamp>([.. Views.SelectMany(view => _lamps.Select(lamp => lamp.InCamera(view.WorldToCamera, view.Camera.CameraToWorld)))]);
        int objects = scene.Instances.Count;
        buffers.Views.Reserve(Views.Length + 1);
        for (int i = 0; i < Views.Length; i++)
        {
            buffers.Views.WriteAt(i, ViewOf(Views[i], 3 * objects * i, settings));
        }

        buffers.Views.WriteAt(Views.Length, new GpuView { ObjectBase = (uint)(3 * objects * Views.Length) });
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

    /// <summary>Rows of weights, padded so that flicker layers can be drawn four at a time.</summary>
    private float[] WeightsOf()
    {
        int stride = LayerStrideOf(LayerCount);
        float[] weights = new float[Math.Max(_lamps.Count, 1) * stride];
        if (Request.LayerWeights is { } given && given.Count != _lamps.Count)
        {
            throw new InvalidOperationException($"There are {_lamps.Count} lamps and weights for {given.Count}.");
        }

        for (int lamp = 0; lamp < _lamps.Count; lamp++)
        {
            for (int layer = 0; layer < LayerCount; layer++)
            {
                weights[(lamp * stride) + layer] = Request.LayerWeights is { } rows ? (float)rows[lamp][layer] : 1;
            }
        }

        return weights;
    }

    private static int LayerStrideOf(int layers) => 8 * ((layers + 7) / 8) + 8;

    private GpuView ViewOf(ViewPlan view, int objectBase, RenderSettings settings)
    {
        var camera = view.Intrinsics;
        EnvironmentLight environment = Request.Instance.Environment;
        double turn = -environment.RotationDegrees * Math.PI / 180;
        Matrix4x4d toEnvironment = Matrix4x4d.FromTrs(Vector3d.Zero, Quaterniond.FromAxisAngle(Vector3d.UnitY, turn), new(1, 1, 1)) * view.Camera.CameraToWorld;
        return new()
        {
            PixelToRay = new((float)(1 / camera.Fx), (float)(1 / camera.Fy), (float)(-camera.Cx / camera.Fx), (float)(-camera.Cy / camera.Fy)),
            RayToClip = new(
                (float)(2 * camera.Fx / camera.Width),
                (float)(2 * camera.Fy / camera.Height),
                (float)((2 * (camera.Cx + 0.5) / camera.Width) - 1),
                (float)((2 * (camera.Cy + 0.5) / camera.Height) - 1)),
            CameraToEnvironment0 = Rows.First(toEnvironment) with { W = environment.Hdr is null ? 0 : (float)environment.Intensity },
            CameraToEnvironment1 = Rows.Second(toEnvironment),
            CameraToEnvironment2 = Rows.Third(toEnvironment),
            Width = (uint)camera.Width,
            Height = (uint)camera.Height,
            PixelCount = (uint)(camera.Width * camera.Height),
            ObjectBase = (uint)objectBase,
            Near = (float)ViewPlan.Near,
            DepthUnit = (float)settings.DepthStepMetres,
            LampBase = (uint)(view.Index * _lamps.Count),
            LampCount = (uint)_lamps.Count,
            LayerStride = (uint)LayerStrideOf(LayerCount),
            DepthIsRange = DepthKinds.IsRange(camera) ? 1u : 0u,
            RowsPerPixel = 1f / camera.Width,
        };
    }
}
