using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Passes;

/// <summary>
/// Draws the scene from every lamp: depth only, reversed, one layer for each map. All cameras share the maps, and so do the frames that
/// follow until something that casts or shines has changed. Cascades are a view's own and follow those layers: views come one after the other on
/// the device, so that each draws over the last one's, unless they are the same.
/// </summary>
internal sealed class ShadowPass : IDisposable
{
    private readonly PassContext _context;
    private readonly int _side;
    private readonly Dictionary<uint, GraphicsPipeline> _pipelines = [];
    private DeviceImage _maps;
    private SceneInstance? _drawn;
    private (int First, ShadowLayer[] Layers) _cascades = (0, []);

    public ShadowPass(PassContext context, int side)
    {
        (_context, _side) = (context, side);
        _maps = Create(layers: 2);
    }

    /// <summary>The maps, ready to be sampled; made anew when a frame needs more layers.</summary>
    public DeviceImage MapsFor(FramePlan frame)
    {
        int layers = frame.Lamps.ShadowLayers.Count + frame.Drawn.Max(view => view.Cascades.Count);
        if (layers > _maps.Description.ArrayLayers)
        {
            _maps.Dispose();
            _maps = Create(layers);
            _drawn = null;
        }

        return _maps;
    }

    /// <summary>The layers that views share.</summary>
    public void Record(ViewRecording origin)
    {
        FramePlan frame = origin.Frame;
        if (frame.Lamps.ShadowLayers.Count == 0 || CastsAlike(frame.Request.Instance))
        {
            return;
        }

        _drawn = frame.Request.Instance;
        _cascades = (0, []);
        origin.Recorder.Transition(_maps, ResourceState.Undefined, ResourceState.DepthAttachment);
        for (int layer = 0; layer < frame.Lamps.ShadowLayers.Count; layer++)
        {
            Record(origin, layer, frame.Lamps.ShadowLayers[layer], frame.ShadowCasters[layer]);
        }

        origin.Recorder.Transition(_maps, ResourceState.DepthAttachment, ResourceState.ShaderSampled);
    }

    /// <summary>A view's cascades, after the shared layers of its frame.</summary>
    public void RecordCascades(ViewRecording view)
    {
        int first = view.Frame.Lamps.ShadowLayers.Count;
        CascadePlan cascades = view.View.Cascades;
        ShadowLayer[] layers = [.. cascades.Layers.Select(layer => layer.Layer)];
        if (layers.Length == 0 || (_cascades.First == first && _cascades.Layers.AsSpan().SequenceEqual(layers)))
        {
            return;
        }

        _cascades = (first, layers);
        view.Recorder.Transition(_maps, ResourceState.ShaderSampled, ResourceState.DepthAttachment);
        foreach ((int i, (ShadowLayer layer, Draw[] casters)) in cascades.Layers.Index())
        {
            Record(view.AtOrigin, first + i, layer, casters);
        }

        view.Recorder.Transition(_maps, ResourceState.DepthAttachment, ResourceState.ShaderSampled);
    }

    public void Dispose()
    {
        _maps.Dispose();
        foreach (GraphicsPipeline pipeline in _pipelines.Values)
        {
            pipeline.Dispose();
        }
    }

    // A scene's lists are never changed in place: the same list holds the same values.
    private bool CastsAlike(SceneInstance instance) => _drawn is { } drawn
        && ReferenceEquals(drawn.NodeToWorld, instance.NodeToWorld)
        && ReferenceEquals(drawn.Shapes, instance.Shapes)
        && ReferenceEquals(drawn.Materials, instance.Materials)
        && ReferenceEquals(drawn.Lamps, instance.Lamps)
        && drawn.EmissiveLights == instance.EmissiveLights;

    private void Record(ViewRecording origin, int index, in ShadowLayer layer, Draw[] casters)
    {
        origin.Recorder.BeginRendering(new()
        {
            Width = _maps.Width,
            Height = _maps.Height,
            DepthAttachment = new(_maps.GetLayerView(index)) { Clear = 0 },
        });
        VertexStreamLayouts.Bind(origin.Recorder, origin.Scene.Geometry);
        foreach (Draw draw in casters)
        {
            Draw(origin, draw, layer);
        }

        origin.Recorder.EndRendering();
    }

    private void Draw(ViewRecording origin, in Draw draw, in ShadowLayer layer)
    {
        MaterialFeatures features = draw.Features.IsCutout ? draw.Features.ForAlphaTest : default;
        if (!_pipelines.TryGetValue(features.Bits, out GraphicsPipeline? pipeline))
        {
            _pipelines.Add(features.Bits, pipeline = CreatePipeline(features));
        }

        origin.Bind(pipeline);
        if (features.IsCutout)
        {
            origin.Recorder.Bind(1, origin.Frame.Materials.Textures(draw.Primitive.MaterialSlot));
        }

        origin.Recorder.PushConstants(new Constants((uint)draw.Primitive.MaterialSlot, layer));
        origin.Recorder.Issue(draw);
    }

    private DeviceImage Create(int layers)
    {
        var maps = new DeviceImage(_context.Device, new()
        {
            Width = Math.Max(_side, 1),
            Height = Math.Max(_side, 1),
            ArrayLayers = layers,
            Format = PixelFormat.D32Float,
            Usage = ImageUsage.DepthAttachment | ImageUsage.Sampled,
            Name = "shadow maps",
        });
        _context.Device.Execute(recorder => recorder.Transition(maps, ResourceState.Undefined, ResourceState.ShaderSampled));
        return maps;
    }

    // Both sides cast: which side is the front depends on the map's own mirroring, and thin surfaces have only one.
    private GraphicsPipeline CreatePipeline(MaterialFeatures features) => new(_context.Device, new()
    {
        Name = "shadow",
        VertexShader = _context.Shaders.Get(features.IsCutout ? "passes/shadow_cutout.vert" : "passes/shadow.vert"),
        FragmentShader = features.IsCutout ? _context.Shaders.Get("passes/shadow_cutout.frag") : null,
        Specialization = SpecializationConstants.None.With(0, features.Bits),
        VertexLayouts = features.IsCutout ? VertexStreamLayouts.AlphaTest : VertexStreamLayouts.PositionsOnly,
        Cull = CullMode.None,
        Depth = DepthState.GreaterAndWrite,
        DepthFormat = PixelFormat.D32Float,
        ResourceLayouts = features.IsCutout ? [_context.FrameLayout, _context.MaterialLayout] : [_context.FrameLayout],
        PushConstantBytes = Marshal.SizeOf<Constants>(),
    });

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Constants(uint material, ShadowLayer layer)
    {
        private readonly uint _material = material;
        private readonly uint _padding0;
        private readonly uint _padding1;
        private readonly uint _padding2;
        private readonly ShadowLayer _layer = layer;
    }
}
