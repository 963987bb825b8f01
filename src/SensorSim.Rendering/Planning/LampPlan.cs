using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Emitters;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>The lamps of a frame, the shadow maps that they cast into and what casts there.</summary>
internal sealed class LampPlan
{
    private readonly List<ILamp> _lamps = [];
    private readonly Vector3d _origin;
    private readonly int _mapSide;
    private readonly int _mostCascades;

    public LampPlan(FrameRequest request, GpuScene scene, RenderSettings settings)
    {
        (_mapSide, _mostCascades) = (settings.ShadowMapSide, settings.ShadowCascades);
        SceneInstance instance = request.Instance;
        IReadOnlyList<Emitter> emitters = scene.Emitters.Of(instance);
        Bounds? bounds = instance.Lamps.Count + emitters.Count > 0 ? BoundsOf(scene, instance) : null;
        _origin = bounds?.Centre ?? Vector3d.Zero;
        int layers = 0;
        var originToWorld = Matrix4x4d.FromTranslation(_origin);
        foreach (LampState state in instance.Lamps)
        {
            _lamps.Add(new Lamp(state, instance.NodeToWorld[state.Node], bounds, layers, _mapSide));
            layers += _lamps[^1].WorldToClip.Count;
        }

        foreach (Emitter emitter in emitters)
        {
            _lamps.Add(new GlowingLamp(emitter, layers, _mapSide));
            layers += _lamps[^1].WorldToClip.Count;
        }

        Emitters = emitters.Count;
        ShadowLayers = [.. _lamps.SelectMany(lamp => lamp.WorldToClip).Select(clip => ShadowLayer.Of(clip * originToWorld))];
        LayerStride = 8 * ((request.LayerCount + 7) / 8) + 8;
        Weights = WeightsOf(request, [.. emitters.Select(emitter => instance.LampOf(instance.Materials[emitter.MaterialSlot]))]);
    }

    public int Count => _lamps.Count;

    /// <summary>Lamps that are surfaces that glow; they come last.</summary>
    public int Emitters { get; }

    /// <summary>Whether some lamp's shadows have penumbras.</summary>
    public bool HasSizes => _lamps.Any(lamp => lamp.HasSize);

    /// <summary>The layers that all views share.</summary>
    public IReadOnlyList<ShadowLayer> ShadowLayers { get; }

    /// <summary>Floats from one lamp's weights to the next one's, so that flicker layers can be drawn several at a time.</summary>
    public int LayerStride { get; }

    /// <summary>What each lamp gives to each layer of radiance, <see cref="LayerStride"/> to a lamp.</summary>
    public float[] Weights { get; }

    public IEnumerable<GpuLamp> InCamera(ViewPlan view) => _lamps.Zip(view.Cascades.ByLamp, (lamp, cascades) => lamp.InCamera(view.WorldToCamera, view.Camera.CameraToWorld, cascades));

    /// <summary>Writes the poses that casters have around the scene's centre.</summary>
    public void PlaceCasters(GpuScene scene, SceneInstance instance, Span<Vector4> poses)
    {
        if (ShadowLayers.Count == 0)
        {
            return;
        }

        Matrix4x4d worldToOrigin = Matrix4x4d.FromTranslation(-_origin);
        for (int i = 0; i < scene.Instances.Count; i++)
        {
            Rows.Write(worldToOrigin * instance.NodeToWorld[scene.Instances[i].Node], poses[(3 * i)..]);
        }

    }

    /// <summary>What a frame draws on each layer: all it can show but transparent surfaces, as far as that differs from the frame before.</summary>
    /// <param name="scene">The twin.</param>
    /// <param name="instance">The cousin.</param>
    /// <param name="list">Receives what is drawn.</param>
    /// <param name="casters">Every object.</param>
    /// <param name="standing">Follows the frames.</param>
    /// <param name="cascades">Layers of the view that has most.</param>
    public ShadowCasters PlanCasters(GpuScene scene, SceneInstance instance, DrawList list, CasterState[] casters, StandingCasters standing, int cascades)
    {
        (Matrix4x4d Clip, int? OwnMaterialSlot)[] layers = [.. _lamps.SelectMany(lamp => lamp.WorldToClip.Select(clip => (clip, lamp.OwnMaterialSlot)))];
        CasterChoice choice = standing.Next([.. ShadowLayers.Zip(layers, (layer, of) => (layer, of.OwnMaterialSlot))], casters, ShadowLayers.Count + cascades);
        Draw[][] On(Func<int, bool> isDrawn) => [.. layers.Select(layer => CastersOn(layer.Clip, layer.OwnMaterialSlot, scene, instance, list, isDrawn))];
        return new(
            choice.Change,
            choice.Change == CasterChange.Standing ? On(index => !choice.Varies(index)) : [],
            choice.Change == CasterChange.None ? [] : On(choice.Varies));
    }

    /// <summary>The cascades of a view, with what they show.</summary>
    public CascadePlan PlanCascades(ViewPlan view, GpuScene scene, SceneInstance instance, DrawList list)
    {
        if (_mostCascades == 0 || !_lamps.Any(lamp => lamp.ParallelFrame is not null) || CascadeFit.DepthsOf(view, scene, instance) is not { } depths)
        {
            return CascadePlan.None(_lamps.Count);
        }

        var layers = new List<(ShadowLayer, Draw[])>();
        var byLamp = new List<IReadOnlyList<(Cascade, int)>>();
        var originToWorld = Matrix4x4d.FromTranslation(_origin);
        foreach (ILamp lamp in _lamps)
        {
            var placed = new List<(Cascade, int)>();
            foreach (Cascade cascade in lamp.ParallelFrame is { } frame ? CascadeFit.Of(frame, view.Request.Whole, depths, _mapSide).TakeLast(_mostCascades) : [])
            {
                Matrix4x4d worldToClip = cascade.Clip * lamp.WorldToClip[0];
                placed.Add((cascade, ShadowLayers.Count + layers.Count));
                layers.Add((ShadowLayer.Of(worldToClip * originToWorld), CastersOn(worldToClip, null, scene, instance, list, _ => true)));
            }

            byLamp.Add(placed);
        }

        return new(byLamp, layers);
    }

    private static Bounds? BoundsOf(GpuScene scene, SceneInstance instance)
    {
        Bounds? bounds = null;
        for (int i = 0; i < scene.Instances.Count; i++)
        {
            if (scene.BoundsOf(i, instance) is { } box)
            {
                bounds = Bounds.Union(bounds, box.Transformed(instance.NodeToWorld[scene.Instances[i].Node]));
            }
        }

        return bounds;
    }

    private static Draw[] CastersOn(in Matrix4x4d worldToClip, int? withoutMaterialSlot, GpuScene scene, SceneInstance instance, DrawList list, Func<int, bool> isDrawn)
    {
        var casters = new List<int>();
        foreach (int index in scene.ByMesh(instance))
        {
            if (isDrawn(index) && scene.BoundsOf(index, instance) is { } bounds && ClipVolume.MayShow(bounds, worldToClip * instance.NodeToWorld[scene.Instances[index].Node]))
            {
                casters.Add(index);
            }
        }

        return [.. list.Add(casters, _ => false).Where(draw => !draw.Features.CastsNoShadow && draw.Primitive.MaterialSlot != withoutMaterialSlot)];
    }

    // panels: of each emitter the lamp whose panel it is.
    private float[] WeightsOf(FrameRequest request, int?[] panels)
    {
        int lamps = _lamps.Count - Emitters;
        if (request.LayerWeights is { } given && given.Count != lamps)
        {
            throw new InvalidOperationException($"There are {lamps} lamps and weights for {given.Count}.");
        }

        float[] weights = new float[Math.Max(_lamps.Count, 1) * LayerStride];
        for (int lamp = 0; lamp < _lamps.Count; lamp++)
        {
            int? source = lamp < lamps ? lamp : panels[lamp - lamps];
            for (int layer = 0; layer < request.LayerCount; layer++)
            {
                // What glows by itself is steady.
                weights[(lamp * LayerStride) + layer] = source is not { } own ? (layer == 0 ? 1 : 0) : request.LayerWeights is { } rows ? (float)rows[own][layer] : 1;
            }
        }

        return weights;
    }
}
